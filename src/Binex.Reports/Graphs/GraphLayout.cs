namespace Binex.Reports.Graphs;

/// <summary>
/// Where the nodes and edges of a drawing lie, in pixels. Layers follow each other along the main axis, the points of a layer lie
/// on the cross axis. The main axis goes to the right or down, whichever fits the width of a page better. The same graph always gives the
/// same drawing.
/// </summary>
internal sealed class GraphLayout
{
    public const double BoxWidth = 216;
    public const double BoxHeight = 64;
    public const double LoopRoom = 30;

    private const double Margin = 18;
    private const double PageWidth = 1170;
    private const double BendSize = 10;
    private const double DownGap = 28;
    private const double LabelWidth = 300;

    private readonly double[] _middles;

    private GraphLayout(GraphLayers layers, IReadOnlyList<(int From, int To)> edges, IReadOnlyList<(int From, int To)> backEdges)
    {
        Layers = layers;
        Edges = edges;
        BackEdges = backEdges;
        var widest = layers.Layers.Select(layer => layer.Sum(point => point < layers.RealCount ? BoxWidth + DownGap : BendSize + DownGap)).DefaultIfEmpty(0).Max();
        IsDown = Math.Max(0, MainLength(BoxWidth, 64) - PageWidth) > Math.Max(0, widest - PageWidth);
        (MainSize, CrossSize, MainGap) = IsDown ? (BoxHeight, BoxWidth, 48) : (BoxWidth, BoxHeight, 64);
        _middles = GraphPlacement.Place(layers, Size, IsDown ? DownGap : 18);
    }

    public GraphLayers Layers { get; }

    public IReadOnlyList<(int From, int To)> Edges { get; }

    public IReadOnlyList<(int From, int To)> BackEdges { get; }

    /// <summary>Whether the layers follow each other downwards.</summary>
    public bool IsDown { get; }

    /// <summary>A box's length along the main axis.</summary>
    public double MainSize { get; }

    public double Width => IsDown ? CrossLength + (BackEdges.Count > 0 ? LabelWidth : 0) : MainLength(MainSize, MainGap);

    public double Height => IsDown ? MainLength(MainSize, MainGap) : CrossLength;

    /// <summary>Where the last box ends on the cross axis; loops run beyond.</summary>
    public double CrossEnd => Enumerable.Range(0, _middles.Length).Select(point => Middle(point) + (Size(point) / 2)).DefaultIfEmpty(0).Max();

    private double CrossSize { get; }

    private double MainGap { get; }

    private double MainMargin => BackEdges.Count > 0 ? Margin + 26 : Margin;

    private double CrossLength => CrossEnd + (BackEdges.Count * LoopRoom) + Margin;

    public static GraphLayout Of(GraphModel graph)
    {
        var layers = new GraphLayers(graph.Boxes.Count, graph.Edges);
        CrossingReduction.Reduce(layers);
        return new GraphLayout(layers, graph.Edges, graph.BackEdges);
    }

    /// <summary>Where a point begins on the main axis.</summary>
    public double Begin(int point) => MainMargin + (Layers.LayerOf(point) * (MainSize + MainGap));

    /// <summary>The middle of a point on the cross axis.</summary>
    public double Middle(int point) => _middles[point] + Margin;

    /// <summary>The upper left corner of a node.</summary>
    public (double X, double Y) Corner(int node) => At(Begin(node), Middle(node) - (CrossSize / 2));

    /// <summary>A place on the page.</summary>
    public (double X, double Y) At(double main, double cross) => IsDown ? (cross, main) : (main, cross);

    private double Size(int point) => point < Layers.RealCount ? CrossSize : BendSize;

    private double MainLength(double size, double gap) => (Layers.Layers.Count * (size + gap)) - gap + (2 * MainMargin);
}
