using System.Diagnostics.CodeAnalysis;
using Binex.JsonSchema.Compilation;

namespace Binex.JsonSchema.Evaluation;

/// <summary>The schema resources entered on the way to the current schema, which <c>$dynamicRef</c> searches from the outside in.</summary>
internal sealed class DynamicScope
{
    private readonly List<SchemaResource> _order = [];

    public void Enter(SchemaResource resource) => _order.Add(resource);

    public void Leave() => _order.RemoveAt(_order.Count - 1);

    public void Clear() => _order.Clear();

    /// <summary>Finds the outermost schema of a name.</summary>
    /// <param name="anchor">A <c>$dynamicAnchor</c>.</param>
    /// <param name="target">The schema.</param>
    /// <param name="searched">How many resources had to be asked.</param>
    public bool TryFind(string anchor, [MaybeNullWhen(false)] out SchemaNode target, out int searched)
    {
        searched = 0;
        foreach (var resource in _order)
        {
            searched++;
            if (resource.DynamicAnchors.TryGetValue(anchor, out var location))
            {
                target = location.Node;
                return target is not null;
            }
        }

        target = null;
        return false;
    }
}
