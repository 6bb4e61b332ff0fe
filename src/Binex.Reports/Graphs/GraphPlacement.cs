namespace Binex.Reports.Graphs;

/// <summary>Finds the heights of the points: each as near to its neighbours as the order and the gaps of its layer let it.</summary>
internal static class GraphPlacement
{
    private const int Sweeps = 10;

    /// <param name="graph">The graph, its layers in order.</param>
    /// <param name="size">The height that a point takes up.</param>
    /// <param name="gap">The least room between two points.</param>
    /// <returns>The middle of each point; the uppermost edge is at 0.</returns>
    public static double[] Place(GraphLayers graph, Func<int, double> size, double gap)
    {
        var middles = new double[graph.Count];
        foreach (var layer in graph.Layers)
        {
            Settle(layer, point => middles[point], middles, size, gap);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var down = sweep % 2 == 0;
            for (var i = 0; i < graph.Layers.Count; i++)
            {
                var layer = graph.Layers[down ? i : graph.Layers.Count - 1 - i];
                Settle(layer, point => Wish(graph, point, middles, down), middles, size, gap);
            }
        }

        var top = middles.Length == 0 ? 0 : Enumerable.Range(0, middles.Length).Min(point => middles[point] - (size(point) / 2));
        return [.. middles.Select(middle => middle - top)];
    }

    private static double Wish(GraphLayers graph, int point, double[] middles, bool down)
    {
        var near = down ? graph.Previous(point) : graph.Next(point);
        return near.Count == 0 ? middles[point] : near.Average(other => middles[other]);
    }

    // Least squares under a fixed order and least distances: neighbours that would overlap form a block that moves as one.
    private static void Settle(List<int> layer, Func<int, double> wish, double[] middles, Func<int, double> size, double gap)
    {
        var offsets = new double[layer.Count];
        for (var i = 1; i < layer.Count; i++)
        {
            offsets[i] = offsets[i - 1] + ((size(layer[i - 1]) + size(layer[i])) / 2) + gap;
        }

        var blocks = new List<(double Sum, int Count)>();
        for (var i = 0; i < layer.Count; i++)
        {
            var block = (Sum: wish(layer[i]) - offsets[i], Count: 1);
            while (blocks is [.., var last] && last.Sum / last.Count >= block.Sum / block.Count)
            {
                block = (block.Sum + last.Sum, block.Count + last.Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        var next = 0;
        foreach (var (sum, count) in blocks)
        {
            for (var end = next + count; next < end; next++)
            {
                middles[layer[next]] = (sum / count) + offsets[next];
            }
        }
    }
}
