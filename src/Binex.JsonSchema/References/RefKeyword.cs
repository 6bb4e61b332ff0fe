using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.References;

/// <summary><c>$ref</c>: the value must be valid against the schema referred to.</summary>
internal sealed class RefKeyword(KeywordSite site, SchemaNode target) : Keyword(site)
{
    public override IEnumerable<SchemaNode> InPlace => [target];

    public static RefKeyword? Build(SchemaSource source) =>
        source.ReadReference("$ref") is { } target ? new RefKeyword(source.Site("$ref"), source.NodeAt(target)) : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated) =>
        target.Evaluate(instance, evaluator, evaluated);
}
