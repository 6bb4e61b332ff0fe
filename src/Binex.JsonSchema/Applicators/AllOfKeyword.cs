using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Applicators;

/// <summary><c>allOf</c>: every branch must accept the value.</summary>
internal sealed class AllOfKeyword(KeywordSite site, SchemaNode[] branches) : Keyword(site)
{
    public override IEnumerable<SchemaNode> InPlace => branches;

    public static AllOfKeyword? Build(SchemaSource source) =>
        source.ReadSchemas("allOf") is { } branches ? new AllOfKeyword(source.Site("allOf"), branches) : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        var valid = true;
        foreach (var branch in branches)
        {
            valid &= branch.Evaluate(instance, evaluator, evaluated);
            if (!valid && !evaluator.Collects)
            {
                return false;
            }
        }

        return valid;
    }
}
