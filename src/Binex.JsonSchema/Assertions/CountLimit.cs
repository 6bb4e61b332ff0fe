using System.Text.Json;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Assertions;

/// <summary>A least or greatest number of characters, items or keys.</summary>
internal abstract class CountLimit(KeywordSite site, long limit, bool isMinimum) : Assertion(site)
{
    protected abstract bool AppliesTo(JsonElement instance);

    protected abstract int Measure(JsonElement instance);

    /// <summary>Whether measuring takes the same time whatever the value.</summary>
    protected virtual bool IsFree => true;

    /// <summary>"3 items".</summary>
    protected abstract string Name(long count);

    protected sealed override bool Holds(JsonElement instance, Evaluator evaluator)
    {
        if (!AppliesTo(instance))
        {
            return true;
        }

        if (!IsFree && !evaluator.SpendOnText(instance))
        {
            return false;
        }

        var count = Measure(instance);
        return isMinimum ? count >= limit : count <= limit;
    }

    protected sealed override string Explain(JsonElement instance) =>
        $"must have at {(isMinimum ? "least" : "most")} {Name(limit)}, but has {Measure(instance)}";
}
