using Binex.Core.Reports;
using Binex.Reports.Views;

namespace Binex.Reports.Text;

/// <summary>Lays out the table of nodes in columns.</summary>
internal static class NodeTable
{
    private const int LongestId = 28;
    private const int LongestAgent = 26;
    private const int LeastAgent = 10;
    private const int LeastId = 18;
    private const int ShortestAgent = 8;
    private const int ShortestId = 8;
    private const int Id = 1;
    private const int Agent = 2;
    private const int FirstNumber = 3;
    private const int Gap = 2;

    private static readonly string[] Head = ["", "node", "agent", "calls", "retries", "tokens", "cost", "saved", "time"];

    private static readonly int Retries = Array.IndexOf(Head, "retries");

    private static readonly int Saved = Array.IndexOf(Head, "saved");

    public static List<string> Lines(IReadOnlyList<(ReportNode Node, int Depth)> nodes, int width)
    {
        var rows = new List<string[]> { Head };
        rows.AddRange(nodes.Select(it => Row(it.Node, it.Depth)));
        if (rows.Skip(1).All(row => row[Saved].Length == 0))
        {
            rows = rows.ConvertAll(row => row.Where((_, column) => column != Saved).ToArray());
        }

        var widths = Widths(rows);
        Narrow(Agent, LeastAgent);
        Narrow(Id, LeastId);
        if (Excess() > 0)
        {
            rows = rows.ConvertAll(row => row.Where((_, column) => column != Retries).ToArray());
            widths = [.. widths.Where((_, column) => column != Retries)];
            Narrow(Agent, ShortestAgent);
            Narrow(Id, ShortestId);
        }

        return rows.ConvertAll(row => string.Join("  ", row.Select((cell, i) => Pad(cell, widths[i], isRight: i >= FirstNumber))).TrimEnd());

        void Narrow(int column, int least) =>
            widths[column] = Math.Min(widths[column], Math.Max(least, widths[column] - Excess()));

        int Excess() => widths.Sum() + (Gap * (widths.Length - 1)) - width;
    }

    private static int[] Widths(List<string[]> rows) => [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];

    private static string[] Row(ReportNode node, int depth)
    {
        var status = StatusWord.Of(node.Status);
        return
        [
            status.Key == "completed" ? status.Icon : $"{status.Icon} {status.Word}",
            NodeView.Lead(depth) + Words.Shorten(NodeView.NameInside(node).Name, LongestId),
            Words.Shorten(Asked(node), LongestAgent),
            node.Calls == 0 ? "" : Words.Count(node.Calls),
            node.Retries == 0 ? "" : Words.Count(node.Retries),
            node.Tokens.Input + node.Tokens.Output is 0 ? "" : Words.Count(node.Tokens.Input + node.Tokens.Output),
            NodeView.Cost(node) ?? "",
            node.SavedCost?.ToString() ?? "",
            node.StartedAt is null ? "" : Words.Duration(node.DurationMs),
        ];
    }

    // A fallback that was asked costs its own price, so the table says so.
    private static string Asked(ReportNode node)
    {
        var own = node.RequestedModel ?? node.Agent;
        return node.RequestedModel is not null && node.Attempts.SelectMany(attempt => attempt.Calls).LastOrDefault()?.Model is { } last && last != own ? $"{own} → {last}" : own;
    }

    private static string Pad(string cell, int width, bool isRight)
    {
        var shown = cell.Length <= width ? cell : cell[..(char.IsHighSurrogate(cell[width - 2]) ? width - 2 : width - 1)] + "…";
        return isRight ? shown.PadLeft(width) : shown.PadRight(width);
    }
}
