using Binex.Core.Workflows;
using Binex.Validation.Documents;

namespace Binex.Validation.Building;

/// <summary>A node as far as it could be built, with the places that findings about it point at.</summary>
internal sealed record NodeDraft
{
    /// <summary>Its id.</summary>
    public required ScalarNode Key { get; init; }

    /// <summary>What is written under its id; null when that is no map.</summary>
    public MappingNode? Map { get; init; }

    /// <summary>The node; where something is wrong, a default stands in.</summary>
    public required Node Node { get; init; }

    /// <summary>All its references, those of its back edge too, in document order.</summary>
    public IReadOnlyList<ReferenceUse> References { get; init; } = [];

    /// <summary>Where its model is written, in the agent or in the defaults; null when it has none or one that is known only at run time.</summary>
    public ScalarNode? ModelPlace { get; init; }

    /// <summary>The name of the item in a node with foreach; null for any other node.</summary>
    public string? ItemName { get; init; }

    /// <summary>The JSON Schema of its answer, as it is written; null when it has none that is valid.</summary>
    public DocumentNode? OutputSchema { get; init; }

    /// <summary>Whether it is expanded into nodes or contains them, so that its outputs are not known here.</summary>
    public bool IsExpanded { get; init; }

    /// <summary>Its id.</summary>
    public string Id => Key.Value;

    /// <summary>Its conditions, that of its back edge too.</summary>
    public IEnumerable<WrittenCondition> Conditions
    {
        get
        {
            if (Node.When is { } when)
            {
                yield return new WrittenCondition(when, Map.Text("when")!, IsInBackEdge: false);
            }

            if (Node.BackEdge is { } backEdge)
            {
                yield return new WrittenCondition(backEdge.When, Map.Map("back_edge").Text("when")!, IsInBackEdge: true);
            }
        }
    }

    /// <summary>The ids in its <c>depends_on</c>.</summary>
    public IEnumerable<ScalarNode> DependsOn => Map.Texts("depends_on");
}
