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
    public bool IsFolded => Boxes.Any(box => box.Count > 1 || box.Inside is { IsFolded: true });

    /// <summary>Whether a box shows what lies inside its node.</summary>
    public bool IsOpen => Boxes.Any(box => box.Inside is not null);

    /// <summary>The graph with each box of a node, also inside others, as it is made to be.</summary>
    /// <param name="change">Makes another box of one.</param>
    public GraphModel With(Func<GraphBox, GraphBox> change) =>
        this with { Boxes = [.. Boxes.Select(box => change(box) with { Inside = box.Inside?.With(change) })] };
}
