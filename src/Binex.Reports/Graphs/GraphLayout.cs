using Binex.Core.Reports;

namespace Binex.Reports.Graphs;

/// <summary>Where the nodes and edges of a drawing lie, in pixels. The same graph always gives the same drawing.</summary>
internal sealed class GraphLayout
{
    public const double BoxWidth = 200;
    public const double BoxHeight = 64;
    public const double ColumnGap = 64;
    public const double Margin = 14;
    public const double LoopRoom = 30;

    private const double RowGap = 18;
    private const double BendHeight = 8;

    private GraphLayout(GraphLayers layers, double[] middles, IReadOnlyList<(int From, int To)> edges, IReadOnlyList<(int From, int To)> backEdges)
    {
        Layers = layers;
        Middles = middles;
        Edges = edges;
        BackEdges = backEdges;
    }

    public GraphLayers Layers { get; }

    public IReadOnlyList<(int From, int To)> Edges { get; }

    public IReadOnlyList<(int From, int To)> BackEdges { get; }

    public double Width => (Layers.Layers.Count * (BoxWidth + ColumnGap)) - ColumnGap + (2 * SideMargin);

    public double Height => Bottom + (BackEdges.Count * LoopRoom) + Margin;

    public double Bottom => Enumerable.Range(0, Layers.RealCount).Select(node => Y(node) + BoxHeight).DefaultIfEmpty(0).Max();

    private double[] Middles { get; }

    private double SideMargin => BackEdges.Count > 0 ? Margin + (ColumnGap / 2) : Margin;

    /// <summary>Left edge of a point's column.</summary>
    public double X(int point) => SideMargin + (Layers.LayerOf(point) * (BoxWidth + ColumnGap));

    /// <summary>Upper edge of a node.</summary>
    public double Y(int node) => Middle(node) - (BoxHeight / 2);

    public double Middle(int point) => Middles[point] + Margin;

    public static GraphLayout Of(RunReport report)
    {
        var indexes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < report.Nodes.Count; i++)
        {
            indexes.TryAdd(report.Nodes[i].Id, i);
        }

        var known = report.Edges.Where(edge => indexes.ContainsKey(edge.From) && indexes.ContainsKey(edge.To)).ToList();
        var edges = known.Where(edge => !edge.IsBackEdge && edge.From != edge.To).Select(Ends).Distinct().ToList();
        var layers = new GraphLayers(report.Nodes.Count, edges);
        CrossingReduction.Reduce(layers);
        var middles = GraphPlacement.Place(layers, point => point < layers.RealCount ? BoxHeight : BendHeight, RowGap);
        return new GraphLayout(layers, middles, edges, [.. known.Where(edge => edge.IsBackEdge).Select(Ends)]);

        (int From, int To) Ends(ReportEdge edge) => (indexes[edge.From], indexes[edge.To]);
    }
}
