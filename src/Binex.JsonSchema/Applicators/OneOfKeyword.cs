using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary><c>oneOf</c>: exactly one branch must accept the value.</summary>
internal sealed class OneOfKeyword(KeywordSite site, SchemaNode[] branches) : Keyword(site)
{
    public override IEnumerable<SchemaNode> InPlace => branches;

    public static OneOfKeyword? Build(SchemaSource source) =>
        source.ReadSchemas("oneOf") is { } branches ? new OneOfKeyword(source.Site("oneOf"), branches) : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        SchemaNode? accepting = null;
        foreach (var branch in branches)
        {
            if (!evaluator.ProbeApart(branch, instance, evaluated))
            {
                continue;
            }

            if (accepting is not null)
            {
                ReportTwo(accepting, branch, evaluator);
                return false;
            }

            accepting = branch;
        }

        if (accepting is null && evaluator.Collects)
        {
            BranchReport.NoneAccepts(Site, branches, instance, evaluator, evaluated);
        }

        return accepting is not null;
    }

    private void ReportTwo(SchemaNode first, SchemaNode second, Evaluator evaluator)
    {
        if (evaluator.Collects)
        {
            var one = Wording.Quote(first.Location.AbsolutePointer);
            var other = Wording.Quote(second.Location.AbsolutePointer);
            evaluator.Report(Site.Error(
                evaluator.Path.ToString(),
                $"must match exactly one of {branches.Length} schemas, but matches more than one: {one} and {other}"));
        }
    }
}
