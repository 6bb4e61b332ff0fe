using Binex.Core.Reports;
using Binex.Reports.Rendering;
using Binex.Reports.Text;
using Binex.Reports.Views;
using Scriban.Runtime;

namespace Binex.Reports;

/// <summary>Shows a report as plain text: what a run prints when it is over.</summary>
public static class TextReport
{
    /// <summary>Columns that the text takes at most.</summary>
    public const int Columns = 100;

    private const int LeastColumns = 64;
    private const int Margin = 4;
    private const int MostRows = 40;
    private const int NameLength = 40;
    private const int ResultLength = 1200;
    private const int ResultLines = 14;

    /// <summary>The report as text. Nothing in it moves a terminal's cursor or changes its colours.</summary>
    /// <param name="report">The report.</param>
    /// <param name="reportPaths">Where the full report was written.</param>
    public static string Render(RunReport report, params IReadOnlyList<string> reportPaths) => Render(report, Columns, reportPaths);

    /// <summary>The same for a place that is narrower than <see cref="Columns"/>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="columns">Columns that there are.</param>
    /// <param name="reportPaths">Where the full report was written.</param>
    public static string Render(RunReport report, int columns, params IReadOnlyList<string> reportPaths)
    {
        var width = columns >= Columns ? Columns - Margin : Math.Max(columns, LeastColumns);
        var view = ReportView.Of(report);
        var tree = NodeTree.Of(report.Nodes);
        var shown = ShownNodes.Of(report.Nodes, tree, MostRows);
        view["table"] = NodeTable.Lines([.. shown.Select(node => (report.Nodes[node], tree.DepthOf(node)))], columns >= Columns ? Columns - 2 : width - 2);
        view["omitted"] = report.Nodes.Count > shown.Count ? Words.Counted(report.Nodes.Count - shown.Count, "more node") : null;
        view["causes"] = report.Causes.Take(MostRows / 4).Select(cause => Cause(cause, width)).ToList();
        view["head"] = Head(report, columns >= Columns ? int.MaxValue : width - 2);
        view["lead"] = RunView.Lead(report) is { } lead ? Wrapping.Wrap(lead, width - 2, ResultLines) : null;
        view["notes"] = RunView.NotesOf(report).Take(MostRows).Select(note => Wrapping.Wrap(RunView.NoteText(note), width - 2, ResultLines)).ToList();
        view["results"] = Excerpts.Of(report, ResultLength, text => Wrapping.Wrap(text, width - 4, ResultLines));
        view["money_lines"] = Wrapping.Wrap(string.Join(' ', MoneyView.Sentences(report)), width - 2, ResultLines);
        view["figures"] = Figures(report, columns);
        view["paths"] = reportPaths;
        return ReportTemplates.Text.Render(new TextContext(view));
    }

    private static List<string> Head(RunReport report, int width)
    {
        var status = StatusWord.Of(report.Run.Status);
        return Wrapping.Wrap($"{status.Icon} {status.Word}  {Words.Shorten(report.Run.Workflow, NameLength)}: {RunView.Summary(report)}", width, ResultLines);
    }

    // Broken between figures; a wide place has them in one line, however long it is.
    private static List<string> Figures(RunReport report, int columns)
    {
        var (run, totals) = (report.Run, report.Totals);
        string?[] parts =
        [
            MoneyView.Figure(report), Words.Duration(run.DurationMs), $"{Words.Counted(totals.Calls, "call")}, {RunView.Retries(totals.Retries)}",
            $"{Words.Count(totals.Tokens.Input + totals.Tokens.Output)} tokens", run.Simulated ? "simulated" : null, MoneyView.Live(report) is { } live ? $"replayed, would have cost {live} live" : null,
        ];
        var lines = new List<string>();
        foreach (var part in parts.OfType<string>())
        {
            if (lines.Count > 0 && (columns >= Columns || lines[^1].Length + part.Length + 7 <= columns))
            {
                lines[^1] += $" · {part}";
            }
            else
            {
                lines.Add(part);
            }
        }

        return lines;
    }

    private static ScriptObject Cause(ReportCause cause, int width)
    {
        var status = StatusWord.Of(cause.Status);
        var blocked = string.Join(", ", cause.Blocked.Take(MostRows)) + (cause.Blocked.Count > MostRows ? ", …" : "");
        return new ScriptObject
        {
            ["head"] = $"{status.Icon} {cause.Node} {status.Word}" + (cause.Kind is { } kind ? $" ({CallView.KindWord(kind)})" : ""),
            ["message"] = Wrapping.Wrap(Words.Sentence(cause.Message), width - 4, ResultLines),
            ["detail"] = cause.Detail is null ? null : Wrapping.Wrap(ProviderDetail.Of(cause.Detail), width - 6, ResultLines / 2),
            ["advice"] = Wrapping.Wrap($"What to do: {cause.Advice}", width - 4, ResultLines),
            ["blocked"] = cause.Blocked.Count == 0
                ? null
                : Wrapping.Wrap($"It kept {Words.Counted(cause.Blocked.Count, "node")} from running: {blocked}", width - 4, ResultLines),
        };
    }
}
