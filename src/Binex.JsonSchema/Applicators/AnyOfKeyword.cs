using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Applicators;

/// <summary><c>anyOf</c>: at least one branch must accept the value.</summary>
internal sealed class AnyOfKeyword(KeywordSite site, SchemaNode[] branches) : Keyword(site)
{
    public override IEnumerable<SchemaNode> InPlace => branches;

    public static AnyOfKeyword? Build(SchemaSource source) =>
        source.ReadSchemas("anyOf") is { } branches ? new AnyOfKeyword(source.Site("anyOf"), branches) : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        var valid = false;
        foreach (var branch in branches)
        {
            valid |= evaluator.ProbeApart(branch, instance, evaluated);

            // The other branches are of interest only for what they look at.
            if (valid && evaluated is null)
            {
                return true;
            }
        }

        if (!valid && evaluator.Collects)
        {
            BranchReport.NoneAccepts(Site, branches, instance, evaluator, evaluated);
        }

        return valid;
    }
}
