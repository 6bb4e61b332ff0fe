using Binex.Core.Reports;
using Binex.Reports.Views;

namespace Binex.Reports.Text;

/// <summary>Lays out the table of nodes in columns.</summary>
internal static class NodeTable
{
    private const int LongestId = 28;
    private const int LongestAgent = 26;
    private const int FirstNumber = 3;

    private static readonly string[] Head = ["", "node", "agent", "calls", "retries", "tokens", "cost", "time"];

    public static List<string> Lines(IReadOnlyList<ReportNode> nodes)
    {
        var rows = new List<string[]> { Head };
        rows.AddRange(nodes.Select(Row));
        var widths = Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.ConvertAll(row => string.Join("  ", row.Select((cell, i) => Pad(cell, widths[i], isRight: i >= FirstNumber))).TrimEnd());
    }

    private static string[] Row(ReportNode node)
    {
        var status = StatusWord.Of(node.Status);
        return
        [
            status.Key == "completed" ? status.Icon : $"{status.Icon} {status.Word}",
            Words.Shorten(node.Id, LongestId),
            Words.Shorten(node.RequestedModel ?? node.Agent, LongestAgent),
            node.Calls == 0 ? "" : Words.Count(node.Calls),
            node.Retries == 0 ? "" : Words.Count(node.Retries),
            node.Tokens.Input + node.Tokens.Output is 0 ? "" : Words.Count(node.Tokens.Input + node.Tokens.Output),
            node.Calls == 0 ? "" : node.Cost.ToString(),
            node.StartedAt is null ? "" : Words.Duration(node.DurationMs),
        ];
    }

    private static string Pad(string cell, int width, bool isRight) => isRight ? cell.PadLeft(width) : cell.PadRight(width);
}
