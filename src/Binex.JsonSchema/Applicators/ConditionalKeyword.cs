using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Applicators;

/// <summary><c>if</c> decides whether <c>then</c> or <c>else</c> must accept the value.</summary>
internal sealed class ConditionalKeyword(KeywordSite site, SchemaNode condition, SchemaNode? consequence, SchemaNode? alternative)
    : Keyword(site)
{
    public override IEnumerable<SchemaNode> InPlace => [condition];

    public override IEnumerable<SchemaNode> Conditional => new[] { consequence, alternative }.OfType<SchemaNode>();

    public static ConditionalKeyword? Build(SchemaSource source)
    {
        var consequence = source.ReadSchema("then");
        var alternative = source.ReadSchema("else");
        return source.ReadSchema("if") is { } condition
            ? new ConditionalKeyword(source.Site("if"), condition, consequence, alternative)
            : null;
    }

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        var branch = evaluator.ProbeApart(condition, instance, evaluated) ? consequence : alternative;
        return branch is null || branch.Evaluate(instance, evaluator, evaluated);
    }
}
