namespace Binex.Reports.Graphs;

/// <summary>Orders the points of each layer so that few edges cross: by the mean place of their neighbours, to and fro.</summary>
internal static class CrossingReduction
{
    private const int Sweeps = 12;

    public static void Reduce(GraphLayers graph)
    {
        var places = new int[graph.Count];
        foreach (var layer in graph.Layers)
        {
            Number(layer, places);
        }

        var best = Crossings(graph, places);
        var kept = graph.Layers.Select(layer => layer.ToArray()).ToArray();
        for (var sweep = 0; sweep < Sweeps && best > 0; sweep++)
        {
            if (sweep % 2 == 0)
            {
                for (var i = 1; i < graph.Layers.Count; i++)
                {
                    Order(graph.Layers[i], graph.Previous, places);
                }
            }
            else
            {
                for (var i = graph.Layers.Count - 2; i >= 0; i--)
                {
                    Order(graph.Layers[i], graph.Next, places);
                }
            }

            var crossings = Crossings(graph, places);
            if (crossings < best)
            {
                best = crossings;
                kept = [.. graph.Layers.Select(layer => layer.ToArray())];
            }
        }

        for (var i = 0; i < kept.Length; i++)
        {
            graph.Layers[i].Clear();
            graph.Layers[i].AddRange(kept[i]);
        }
    }

    internal static long Crossings(GraphLayers graph)
    {
        var places = new int[graph.Count];
        foreach (var layer in graph.Layers)
        {
            Number(layer, places);
        }

        return Crossings(graph, places);
    }

    private static void Order(List<int> layer, Func<int, IReadOnlyList<int>> neighbours, int[] places)
    {
        var ordered = layer
            .OrderBy(point => neighbours(point) is { Count: > 0 } near ? near.Average(other => places[other]) : places[point])
            .ThenBy(point => places[point])
            .ToList();
        layer.Clear();
        layer.AddRange(ordered);
        Number(layer, places);
    }

    private static void Number(List<int> layer, int[] places)
    {
        for (var i = 0; i < layer.Count; i++)
        {
            places[layer[i]] = i;
        }
    }

    // Counts inversions of the far ends, edges taken in the order of their near ends, with a tree of counts.
    private static long Crossings(GraphLayers graph, int[] places)
    {
        var crossings = 0L;
        for (var i = 0; i + 1 < graph.Layers.Count; i++)
        {
            var counts = new int[graph.Layers[i + 1].Count + 1];
            var seen = 0;
            foreach (var point in graph.Layers[i])
            {
                var ends = graph.Next(point).Select(next => places[next]).Order().ToList();
                foreach (var end in ends)
                {
                    crossings += seen - CountUpTo(counts, end);
                }

                foreach (var end in ends)
                {
                    seen++;
                    for (var at = end + 1; at < counts.Length; at += at & -at)
                    {
                        counts[at]++;
                    }
                }
            }
        }

        return crossings;
    }

    private static int CountUpTo(int[] counts, int end)
    {
        var sum = 0;
        for (var at = end + 1; at > 0; at -= at & -at)
        {
            sum += counts[at];
        }

        return sum;
    }
}
