using Binex.Core.Runs;

namespace Binex.Reports.Views;

/// <summary>A status as people see it: a sign and a word, so that no colour is needed to tell one from another.</summary>
/// <param name="Key">Its name in style sheets.</param>
/// <param name="Icon">One sign.</param>
/// <param name="Word">The word.</param>
internal sealed record StatusWord(string Key, string Icon, string Word)
{
    public static StatusWord Of(NodeStatus status) => status switch
    {
        NodeStatus.Completed => new("completed", "✓", "completed"),
        NodeStatus.Running => new("running", "▸", "running"),
        NodeStatus.Waiting => new("running", "…", "waiting"),
        NodeStatus.Failed => new("failed", "✕", "failed"),
        NodeStatus.Skipped => new("skipped", "»", "skipped"),
        NodeStatus.Blocked => new("blocked", "⊘", "blocked"),
        NodeStatus.Cancelled => new("cancelled", "■", "cancelled"),
        NodeStatus.Refused => new("refused", "!", "refused"),
        NodeStatus.Reused => new("completed", "↻", "reused"),
        _ => new("pending", "○", "pending"),
    };

    public static StatusWord Of(RunStatus status) => status switch
    {
        RunStatus.Completed => new("completed", "✓", "completed"),
        RunStatus.Running => new("running", "▸", "running"),
        RunStatus.Failed => new("failed", "✕", "failed"),
        RunStatus.Cancelled => new("cancelled", "■", "cancelled"),
        RunStatus.OverBudget => new("refused", "!", "over budget"),
        RunStatus.Interrupted => new("cancelled", "■", "interrupted"),
        _ => new("pending", "○", "pending"),
    };
}
