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

    /// <summary>What stands above the inside of a box.</summary>
    public const double HeadHeight = 54;

    private const double Margin = 18;
    private const double PageWidth = 1170;
    private const double InsideWidth = 600;
    private const double BendSize = 10;
    private const double DownGap = 28;
    private const double SideGap = 64;
    private const double LabelWidth = 300;

    private readonly double[] _middles;
    private readonly double[] _begins;
    private readonly double[] _lengths;
    private readonly (double Width, double Height)[] _sizes;

    private GraphLayout(GraphModel graph, double pageWidth)
    {
        var steps = GraphLayers.LongestPaths(graph.Boxes.Count, graph.Edges);
        var ways = graph.Edges.ToLookup(edge => steps[edge.From] < steps[edge.To]);
        Edges = [.. ways[true]];
        BackEdges = [.. graph.BackEdges, .. ways[false]];
        Insides = [.. graph.Boxes.Select(box => box.Inside is { } inside ? new GraphLayout(inside, InsideWidth) : null)];
        _sizes = [.. Insides.Select(inside => inside is null ? (BoxWidth, BoxHeight) : (Math.Max(BoxWidth, inside.Width), inside.Height + HeadHeight))];
        Layers = new GraphLayers(graph.Boxes.Count, Edges);
        CrossingReduction.Reduce(Layers);
        var widest = Layers.Layers.Select(layer => layer.Sum(point => (point < Layers.RealCount ? _sizes[point].Width : BendSize) + DownGap)).DefaultIfEmpty(0).Max();
        var longest = Layers.Layers.Sum(layer => LengthOf(layer, isDown: false) + SideGap) - SideGap + (2 * MainMargin);
        IsDown = Math.Max(0, longest - pageWidth) > Math.Max(0, widest - pageWidth);
        _lengths = [.. Layers.Layers.Select(layer => LengthOf(layer, IsDown))];
        _begins = new double[_lengths.Length];
        for (var i = 1; i < _begins.Length; i++)
        {
            _begins[i] = _begins[i - 1] + _lengths[i - 1] + MainGap;
        }

        _middles = GraphPlacement.Place(Layers, Size, IsDown ? DownGap : 18);
    }

    public GraphLayers Layers { get; }

    public IReadOnlyList<(int From, int To)> Edges { get; }

    public IReadOnlyList<(int From, int To)> BackEdges { get; }

    /// <summary>Whether the layers follow each other downwards.</summary>
    public bool IsDown { get; }

    /// <summary>The layouts of what lies inside the boxes; null for those that show no inside.</summary>
    public IReadOnlyList<GraphLayout?> Insides { get; }

    public double Width => IsDown ? CrossLength + (BackEdges.Count > 0 ? LabelWidth : 0) : MainLength;

    public double Height => IsDown ? MainLength : CrossLength;

    /// <summary>Where the last box ends on the cross axis; loops run beyond.</summary>
    public double CrossEnd => Enumerable.Range(0, _middles.Length).Select(point => Middle(point) + (Size(point) / 2)).DefaultIfEmpty(0).Max();

    private double MainGap => IsDown ? 48 : SideGap;

    private double MainMargin => BackEdges.Count > 0 ? Margin + 26 : Margin;

    private double CrossLength => CrossEnd + (BackEdges.Count * LoopRoom) + Margin;

    private double MainLength => _lengths.Sum() + (MainGap * Math.Max(0, _lengths.Length - 1)) + (2 * MainMargin);

    public static GraphLayout Of(GraphModel graph) => new(graph, PageWidth);

    /// <summary>How wide and how high a box is.</summary>
    public (double Width, double Height) SizeOf(int box) => _sizes[box];

    /// <summary>Where a point begins on the main axis.</summary>
    public double Begin(int point) => MainMargin + _begins[Layers.LayerOf(point)];

    /// <summary>Where a point ends on the main axis; a bend is as long as its layer.</summary>
    public double End(int point) => Begin(point) + (point >= Layers.RealCount ? _lengths[Layers.LayerOf(point)] : IsDown ? _sizes[point].Height : _sizes[point].Width);

    /// <summary>The middle of a point on the cross axis.</summary>
    public double Middle(int point) => _middles[point] + Margin;

    /// <summary>The upper left corner of a node.</summary>
    public (double X, double Y) Corner(int node) => At(Begin(node), Middle(node) - (Size(node) / 2));

    /// <summary>A place on the page.</summary>
    public (double X, double Y) At(double main, double cross) => IsDown ? (cross, main) : (main, cross);

    private double Size(int point) => point >= Layers.RealCount ? BendSize : IsDown ? _sizes[point].Width : _sizes[point].Height;

    private double LengthOf(List<int> layer, bool isDown) =>
        layer.Max(point => point >= Layers.RealCount ? 0 : isDown ? _sizes[point].Height : _sizes[point].Width);
}
