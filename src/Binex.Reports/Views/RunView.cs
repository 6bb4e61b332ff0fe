using Binex.Core.Costs;
using Binex.Core.Gates;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows the run as a whole: what became of it, what it cost, and what went wrong.</summary>
internal static class RunView
{
    private const int MostNames = 24;
    private const int MostCauses = 8;
    private const int MostNotes = 50;

    private static readonly string[] SummaryOrder =
        ["completed", "reused", "failed", "refused", "blocked", "skipped", "cancelled", "running", "waiting", "pending"];

    public static ScriptObject Of(RunReport report)
    {
        var run = report.Run;
        var status = StatusWord.Of(run.Status);
        var nodes = Roots(report);
        return new ScriptObject
        {
            ["id"] = run.Id,
            ["workflow"] = run.Workflow,
            ["description"] = run.Description,
            ["key"] = status.Key,
            ["icon"] = status.Icon,
            ["word"] = status.Word,
            ["summary"] = Summary(report),
            ["started"] = run.StartedAt == default ? null : Words.Date(run.StartedAt),
            ["slowest"] = Slowest(nodes),
            ["refused"] = report.Budget.Refusals.Count > 0 ? $"{Words.Count(report.Budget.Refusals.Count)} refused" : null,
            ["duration"] = Words.Duration(run.DurationMs),
            ["exit_code"] = run.ExitCode?.ToString(),
            ["simulated"] = run.Simulated ? "yes" : null,
            ["resumes"] = run.Resumes > 0 ? Words.Counted(run.Resumes, "time") : null,
            ["replay_of"] = run.ReplayOf,
            ["source"] = report.Source.Path,
            ["source_hash"] = Words.ShortHash(report.Source.Sha256),
            ["prices_as_of"] = report.PriceBook.AsOf,
            ["tool"] = $"{report.Tool.Name} {report.Tool.Version}",
            ["calls"] = Words.Count(report.Totals.Calls),
            ["calls_text"] = Words.Counted(report.Totals.Calls, "call"),
            ["retries_text"] = Retries(report.Totals.Retries),
            ["tokens"] = Words.Count(report.Totals.Tokens.Input + report.Totals.Tokens.Output),
            ["token_text"] = NodeView.TokenText(report.Totals.Tokens),
            ["is_partial"] = run.Status is RunStatus.Running or RunStatus.Interrupted ? "yes" : null,
            ["can_resume"] = run.Status is RunStatus.Failed or RunStatus.Cancelled or RunStatus.OverBudget or RunStatus.Interrupted ? "yes" : null,
        };
    }

    /// <summary>What became of the nodes.</summary>
    public static string Summary(RunReport report)
    {
        var nodes = Roots(report);
        return Summary(nodes, report.Nodes.Count - nodes.Count);
    }

    /// <summary>Retries with their number.</summary>
    public static string Retries(long number) => number == 1 ? "1 retry" : $"{Words.Count(number)} retries";

    /// <summary>What went wrong; null when nothing did.</summary>
    public static ScriptObject? Trouble(RunReport report)
    {
        if (report.Causes.Count == 0 && report.Run.Status is RunStatus.Completed or RunStatus.Running or RunStatus.Pending)
        {
            return null;
        }

        return new ScriptObject
        {
            ["key"] = StatusWord.Of(report.Run.Status).Key,
            ["title"] = Title(report),
            ["lead"] = Lead(report),
            ["causes"] = report.Causes.OrderByDescending(cause => cause.Blocked.Count).Take(MostCauses).Select(Cause).ToList(),
            ["more"] = More(report.Causes.Count, MostCauses, "cause"),
        };
    }

    public static List<ScriptObject> Notes(RunReport report) =>
    [
        .. NotesOf(report).Take(MostNotes).Select(note => new ScriptObject
        {
            ["severity"] = note.Severity,
            ["icon"] = NoteIcon(note),
            ["at"] = Words.Date(note.At),
            ["message"] = Words.Sentence(note.Message),
        }),
    ];

    /// <summary>What the run has to say, and what its gates do.</summary>
    public static IEnumerable<ReportNote> NotesOf(RunReport report) => report.Notes.Concat((report.Gates ?? []).Select(gate => new ReportNote(
        report.Run.StartedAt,
        gate.Verdict switch { GateVerdict.Failed => "error", GateVerdict.Passed => "info", _ => "warning" },
        $"gate {gate.Gate}: {gate.Message}")));

    public static string NoteText(ReportNote note) => $"{NoteIcon(note)} {Words.Sentence(note.Message)}";

    private static string NoteIcon(ReportNote note) => note.Severity switch { "error" => "✕", "warning" => "!", _ => "i" };

    private static ScriptObject Cause(ReportCause cause)
    {
        var status = StatusWord.Of(cause.Status);
        return new ScriptObject
        {
            ["node"] = cause.Node,
            ["key"] = status.Key,
            ["icon"] = status.Icon,
            ["word"] = status.Word,
            ["kind"] = cause.Kind is { } kind ? CallView.KindWord(kind) : null,
            ["message"] = Words.Sentence(cause.Message),
            ["detail"] = cause.Detail,
            ["advice"] = cause.Advice,
            ["tolerated"] = cause.Tolerated ? "yes" : null,
            ["blocked"] = cause.Blocked.Take(MostNames).ToList(),
            ["blocked_count"] = cause.Blocked.Count == 0 ? null : Words.Counted(cause.Blocked.Count, "node"),
            ["more"] = More(cause.Blocked.Count, MostNames, "node"),
        };
    }

    private static string Title(RunReport report) => report.Run.Status switch
    {
        RunStatus.OverBudget => "The budget stopped it",
        RunStatus.Cancelled => "It was cancelled",
        RunStatus.Interrupted => "It was interrupted",
        RunStatus.Completed or RunStatus.Running => "It went on in spite of this",
        _ => "What went wrong",
    };

    public static string? Lead(RunReport report) => report.Run.Status switch
    {
        RunStatus.Cancelled when report.Run.CancelReason is { } reason => Words.Sentence(reason),
        RunStatus.Interrupted => "The process that ran it ended before the run did. What was finished is kept and is not paid for again.",
        RunStatus.OverBudget when report.Budget.Overshoot > Money.Zero =>
            $"A provider billed {report.Budget.Overshoot} more than the worst case that was held for its call.",
        _ => null,
    };

    /// <summary>How many of some nodes ended in which way.</summary>
    public static string Counts(IReadOnlyList<ReportNode> nodes)
    {
        var counts = nodes.CountBy(node => StatusWord.Of(node.Status).Word).ToDictionary();
        return string.Join(", ", SummaryOrder.Where(counts.ContainsKey).Select(word => $"{Words.Count(counts[word])} {word}"));
    }

    private static string Summary(List<ReportNode> nodes, int inside)
    {
        var all = nodes.Count;
        var also = inside > 0 ? $" ({Words.Count(inside)} more inside)" : "";
        if (all > 0 && nodes.TrueForAll(node => node.Status == NodeStatus.Completed))
        {
            return (all == 1 ? "its one node completed" : $"all {Words.Count(all)} nodes completed") + also;
        }

        return (all == 1 && nodes[0].Status == NodeStatus.Failed ? "its one node failed" : $"{Words.Counted(all, "node")}: {Counts(nodes)}") + also;
    }

    private static List<ReportNode> Roots(RunReport report) => [.. NodeTree.Of(report.Nodes).Roots.Select(root => report.Nodes[root])];

    // The node that took longest, unless all took about nothing.
    private static ScriptObject? Slowest(List<ReportNode> nodes)
    {
        var slowest = nodes.MaxBy(node => node.DurationMs);
        return slowest is null or { DurationMs: <= 0 } ? null : new ScriptObject
        {
            ["id"] = slowest.Id,
            ["duration"] = Words.Duration(slowest.DurationMs),
        };
    }

    private static string? More(int count, int most, string one) => count > most ? $"and {Words.Counted(count - most, $"more {one}")}" : null;
}
