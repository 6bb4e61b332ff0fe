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
    private const int Id = 1;
    private const int Agent = 2;
    private const int FirstNumber = 3;
    private const int Width = 98;
    private const int Gap = 2;

    private static readonly string[] Head = ["", "node", "agent", "calls", "retries", "tokens", "cost", "saved", "time"];

    private static readonly int Saved = Array.IndexOf(Head, "saved");

    public static List<string> Lines(IReadOnlyList<(ReportNode Node, int Depth)> nodes)
    {
        var rows = new List<string[]> { Head };
        rows.AddRange(nodes.Select(it => Row(it.Node, it.Depth)));
        if (rows.Skip(1).All(row => row[Saved].Length == 0))
        {
            rows = rows.ConvertAll(row => row.Where((_, column) => column != Saved).ToArray());
        }

        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        Narrow(Agent, LeastAgent);
        Narrow(Id, LeastId);
        return rows.ConvertAll(row => string.Join("  ", row.Select((cell, i) => Pad(cell, widths[i], isRight: i >= FirstNumber))).TrimEnd());

        void Narrow(int column, int least) =>
            widths[column] = Math.Min(widths[column], Math.Max(least, widths[column] - (widths.Sum() + (Gap * (widths.Length - 1)) - Width)));
    }

    private static string[] Row(ReportNode node, int depth)
    {
        var status = StatusWord.Of(node.Status);
        return
        [
            status.Key == "completed" ? status.Icon : $"{status.Icon} {status.Word}",
            NodeView.Lead(depth) + Words.Shorten(NodeView.NameInside(node).Name, LongestId),
            Words.Shorten(node.RequestedModel ?? node.Agent, LongestAgent),
            node.Calls == 0 ? "" : Words.Count(node.Calls),
            node.Retries == 0 ? "" : Words.Count(node.Retries),
            node.Tokens.Input + node.Tokens.Output is 0 ? "" : Words.Count(node.Tokens.Input + node.Tokens.Output),
            NodeView.Cost(node) ?? "",
            node.SavedCost?.ToString() ?? "",
            node.StartedAt is null ? "" : Words.Duration(node.DurationMs),
        ];
    }

    private static string Pad(string cell, int width, bool isRight)
    {
        var shown = cell.Length <= width ? cell : cell[..(char.IsHighSurrogate(cell[width - 2]) ? width - 2 : width - 1)] + "…";
        return isRight ? shown.PadLeft(width) : shown.PadRight(width);
    }
}
