using System.Globalization;
using System.Text;
using Binex.Ci.Results;
using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Reports.Rendering;

namespace Binex.Ci.Comments;

/// <summary>Tells how a workflow ran: how it ended, what it cost, how much of its budget that was, which nodes failed and why.</summary>
internal static class RunSection
{
    /// <summary>Adds the section.</summary>
    public static void Append(StringBuilder text, RunReport report, int rows, CommentOrigin origin)
    {
        var run = report.Run;
        var status = run.Status == RunStatus.OverBudget ? "went over its budget" : run.Status.ToString().ToLowerInvariant();
        var most = report.Plan?.Max is { } bound && Math.Abs(bound.Usd) <= Plausible.MostUsd ? $"; it could have cost {bound}" : "";
        var sentence = $"{report.Totals.Cost}{Budget(report)}, {Words.Counted(report.Totals.Calls, "call")}{(run.Simulated ? ", simulated" : "")}{most}";
        text.Append($"**Run {status}** in {DurationText.Of(TimeSpan.FromMilliseconds(run.DurationMs))}: {MarkdownText.Escape(sentence)}\n\n");
        foreach (var cause in report.Causes.Take(rows))
        {
            text.Append($"- ✕ **{Escape(cause.Node)}** {cause.Status.ToString().ToLowerInvariant()}: {Escape(cause.Message)}\n  - {Escape(cause.Advice)}\n");
            text.Append(cause.Blocked.Count > 0 ? $"  - It kept {Words.Counted(cause.Blocked.Count, "node")} from running.\n" : "");
        }

        if (report.Causes.Count > rows)
        {
            text.Append($"- and {Words.Counted(report.Causes.Count - rows, "more node")}, see {CommentText.Pointer(origin)}\n");
        }

        text.Append(report.Causes.Count > 0 ? "\n" : "");
    }

    // The caps of a report are text: what is no amount is not shown.
    private static string Budget(RunReport report) =>
        report.Budget.Caps.FirstOrDefault(cap => cap is { Scope: "run", Metric: "cost" }) is { } cap
        && decimal.TryParse(cap.Limit, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? $" of {new Money(limit)} ({(Math.Clamp(report.Totals.Cost.Usd / limit, 0, 1000) * 100).ToString("0.#", CultureInfo.InvariantCulture)} % of the budget)"
            : "";

    private static string Escape(string text) => MarkdownText.Escape(Plausible.Text(text));
}
