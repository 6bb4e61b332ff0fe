using Binex.Core.Reports;
using Binex.Reports.Rendering;
using Binex.Reports.Text;
using Binex.Reports.Views;
using Scriban.Runtime;

namespace Binex.Reports;

/// <summary>Shows a report as plain text, at most 100 columns wide: what a run prints when it is over.</summary>
public static class TextReport
{
    private const int MostRows = 40;
    private const int Width = 96;
    private const int NameLength = 40;
    private const int ResultLength = 1200;
    private const int ResultLines = 14;

    /// <summary>The report as text. Nothing in it moves a terminal's cursor or changes its colours.</summary>
    /// <param name="report">The report.</param>
    /// <param name="reportPaths">Where the full report was written.</param>
    public static string Render(RunReport report, params IReadOnlyList<string> reportPaths)
    {
        var view = ReportView.Of(report);
        var tree = NodeTree.Of(report.Nodes);
        var shown = ShownNodes.Of(report.Nodes, tree, MostRows);
        view["table"] = NodeTable.Lines([.. shown.Select(node => (report.Nodes[node], tree.DepthOf(node)))]);
        view["omitted"] = report.Nodes.Count > shown.Count ? Words.Counted(report.Nodes.Count - shown.Count, "more node") : null;
        view["causes"] = report.Causes.Take(MostRows / 4).Select(Cause).ToList();
        view["name"] = Words.Shorten(report.Run.Workflow, NameLength);
        view["lead"] = RunView.Lead(report) is { } lead ? Wrapping.Wrap(lead, Width - 2, ResultLines) : null;
        view["notes"] = RunView.NotesOf(report).Take(MostRows).Select(note => Wrapping.Wrap(RunView.NoteText(note), Width - 2, ResultLines)).ToList();
        view["results"] = Excerpts.Of(report, ResultLength, text => Wrapping.Wrap(text, Width - 4, ResultLines));
        view["money_lines"] = Wrapping.Wrap(string.Join(' ', MoneyView.Sentences(report)), Width - 2, ResultLines);
        view["paths"] = reportPaths;
        return ReportTemplates.Text.Render(new TextContext(view));
    }

    private static ScriptObject Cause(ReportCause cause)
    {
        var status = StatusWord.Of(cause.Status);
        var blocked = string.Join(", ", cause.Blocked.Take(MostRows)) + (cause.Blocked.Count > MostRows ? ", …" : "");
        return new ScriptObject
        {
            ["head"] = $"{status.Icon} {cause.Node} {status.Word}" + (cause.Kind is { } kind ? $" ({CallView.KindWord(kind)})" : ""),
            ["message"] = Wrapping.Wrap(Words.Sentence(cause.Message), Width - 4, ResultLines),
            ["detail"] = cause.Detail is null ? null : Wrapping.Wrap(cause.Detail, Width - 6, ResultLines / 2),
            ["advice"] = Wrapping.Wrap($"What to do: {cause.Advice}", Width - 4, ResultLines),
            ["blocked"] = cause.Blocked.Count == 0
                ? null
                : Wrapping.Wrap($"It kept {Words.Counted(cause.Blocked.Count, "node")} from running: {blocked}", Width - 4, ResultLines),
        };
    }
}
