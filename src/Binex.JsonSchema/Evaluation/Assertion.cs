using System.Text.Json;

namespace Binex.JsonSchema.Evaluation;

/// <summary>A keyword that judges a value by itself, without other schemas.</summary>
internal abstract class Assertion(KeywordSite site) : Keyword(site)
{
    public sealed override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (Holds(instance, evaluator))
        {
            return true;
        }

        if (evaluator.Collects)
        {
            evaluator.Report(Describe(Site.Error(evaluator.Path.ToString(), Explain(instance))));
        }

        return false;
    }

    /// <summary>Whether the value is right. Values of other types than the keyword speaks of always are.</summary>
    protected abstract bool Holds(JsonElement instance, Evaluator evaluator);

    /// <summary>What is wrong with a value for which the assertion does not hold.</summary>
    protected abstract string Explain(JsonElement instance);

    /// <summary>Adds what else is known about the error.</summary>
    protected virtual SchemaError Describe(SchemaError error) => error;
}
