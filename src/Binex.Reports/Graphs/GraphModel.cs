namespace Binex.Reports.Graphs;

/// <summary>A graph as it is drawn.</summary>
/// <param name="Boxes">Its boxes.</param>
/// <param name="Edges">Its edges, from the box that is needed to the one that needs it; each once.</param>
/// <param name="BackEdges">The edges that close loops.</param>
internal sealed record GraphModel(
    IReadOnlyList<GraphBox> Boxes, IReadOnlyList<(int From, int To)> Edges, IReadOnlyList<(int From, int To)> BackEdges)
{
    /// <summary>The edges that lie on the critical path.</summary>
    public IReadOnlySet<(int From, int To)> Critical { get; init; } = new HashSet<(int, int)>();

    /// <summary>Whether nodes are folded into groups.</summary>
    public bool IsFolded => Boxes.Any(box => box.Count > 1);
}
