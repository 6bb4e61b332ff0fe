using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.References;

/// <summary>
/// <c>$dynamicRef</c>: as <c>$ref</c>, unless the place it points at has a <c>$dynamicAnchor</c> of that name. Then the outermost resource
/// on the way here that has such an anchor decides.
/// </summary>
internal sealed class DynamicRefKeyword(KeywordSite site, SchemaNode target, string anchor) : Keyword(site)
{
    private const int ResourcesPerStep = 8;

    public override IEnumerable<SchemaNode> Conditional => [target];

    public static Keyword? Build(SchemaSource source)
    {
        if (source.ReadReference("$dynamicRef") is not { } target)
        {
            return null;
        }

        var node = source.NodeAt(target);
        var anchor = ReferenceResolver.Split(source.ReadString("$dynamicRef")!).Fragment;
        var isDynamic = target.Resource.DynamicAnchors.TryGetValue(anchor, out var named) && named == target;
        return isDynamic
            ? new DynamicRefKeyword(source.Site("$dynamicRef"), node, anchor)
            : new RefKeyword(source.Site("$dynamicRef"), node);
    }

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        var found = evaluator.Scope.TryFind(anchor, out var outermost, out var searched);
        return evaluator.Spend(searched / ResourcesPerStep) && (found ? outermost! : target).Evaluate(instance, evaluator, evaluated);
    }
}
