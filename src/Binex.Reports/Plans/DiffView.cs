using System.Text;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Text;
using Binex.Reports.Rendering;
using Binex.Reports.Tables;
using Binex.Reports.Views;

namespace Binex.Reports.Plans;

/// <summary>Shows how the cost of one thing differs from that of another.</summary>
public static class DiffView
{
    private const int MostRows = 60;

    /// <summary>The difference as text.</summary>
    /// <param name="difference">The difference.</param>
    public static string Text(PlanDiff difference)
    {
        var text = new StringBuilder($"{TerminalText.SanitizeLine(difference.Base.Name)} → {TerminalText.SanitizeLine(difference.Head.Name)}");
        text.Append(" (").Append(TerminalText.SanitizeLine(difference.Head.Workflow)).Append(")\n\n").Append(Sums(difference).ToText()).Append('\n');
        text.Append(Changes(difference, node => Mark(node.Change) + " " + node.Id)?.ToText() ?? "no node changed\n");
        return text.Append(Rest(difference)).ToString();
    }

    /// <summary>The difference as Markdown.</summary>
    /// <param name="difference">The difference.</param>
    public static string Markdown(PlanDiff difference)
    {
        var text = new StringBuilder($"### Cost of {MarkdownText.Escape(difference.Head.Workflow)}: ");
        text.Append(MarkdownText.Escape(difference.Base.Name)).Append(" → ").Append(MarkdownText.Escape(difference.Head.Name)).Append("\n\n");
        text.Append(Sums(difference).ToMarkdown()).Append('\n');
        text.Append(Changes(difference, node => node.Id)?.ToMarkdown() ?? "No node changed.\n");
        return Rest(difference) is { Length: > 0 } rest ? text.Append('\n').Append(rest).ToString() : text.ToString();
    }

    /// <summary>What one run costs before and after.</summary>
    /// <param name="difference">The difference.</param>
    public static Table Sums(PlanDiff difference)
    {
        var (before, after) = (difference.Base, difference.Head);
        var rows = new List<string[]>
        {
            new[] { "expected", PlanWords.Usual(before.Bounds.Expected), PlanWords.Usual(after.Bounds.Expected), PlanWords.Growth(difference.Expected) },
            new[] { "worst case", PlanWords.Most(before.Bounds.Max), PlanWords.Most(after.Bounds.Max), PlanWords.Growth(difference.Max) },
            new[] { "calls at most", Words.Count(before.Calls.Max), Words.Count(after.Calls.Max), Signed(after.Calls.Max - before.Calls.Max) },
        };
        if (before.Measured is not null || after.Measured is not null)
        {
            rows.Add(["measured", PlanWords.Measured(before.Measured), PlanWords.Measured(after.Measured), PlanWords.Growth(after.Measured?.Median - before.Measured?.Median)]);
        }

        return new Table([new("one run"), new("before", true), new("after", true), new("change", true)], rows);
    }

    /// <summary>What became of nodes and why, a row each.</summary>
    /// <param name="nodes">The nodes.</param>
    public static Table Nodes(IReadOnlyCollection<NodeDiff> nodes) => Nodes(nodes, node => node.Id);

    private static Table? Changes(PlanDiff difference, Func<NodeDiff, string> name)
    {
        var rows = difference.Changes.OrderByDescending(node => Math.Abs(node.Max?.Usd ?? decimal.MaxValue)).Take(MostRows).ToHashSet();
        return rows.Count == 0 ? null : Nodes([.. difference.Nodes.Where(rows.Contains)], name);
    }

    private static Table Nodes(IReadOnlyCollection<NodeDiff> nodes, Func<NodeDiff, string> name)
    {
        var isMeasured = nodes.Any(node => node.BaseMeasured is not null || node.HeadMeasured is not null);
        return new Table(
            [
                new("node"), new("what"), new("expected", true), new("worst case", true), new("change", true),
                .. isMeasured ? [new TableColumn("measured")] : Array.Empty<TableColumn>(), new("why"),
            ],
            [
                .. nodes.Select(node => (string[])
                [
                    name(node), What(node), PlanWords.Usual((node.Head ?? PlanBounds.Zero).Expected), PlanWords.Most((node.Head ?? PlanBounds.Zero).Max), PlanWords.Growth(node.Max),
                    .. isMeasured ? [Measured(node)] : Array.Empty<string>(), string.Join("; ", node.Reasons),
                ]),
            ]);
    }

    private static string Measured(NodeDiff node) => (node.BaseMeasured, node.HeadMeasured) switch
    {
        (null, null) => "",
        ({ } was, { } now) => $"{PlanWords.Measured(was)} → {PlanWords.Measured(now)}",
        (null, var now) => $"now {PlanWords.Measured(now)}",
        var (was, _) => $"was {PlanWords.Measured(was)}",
    };

    private static string What(NodeDiff node) => node.Change switch
    {
        NodeChange.Renamed => $"renamed, was {node.FormerId}",
        var change => change.ToString().ToLowerInvariant(),
    };

    private static string Mark(NodeChange change) => change switch
    {
        NodeChange.Added => "+",
        NodeChange.Removed => "-",
        _ => "~",
    };

    private static string Rest(PlanDiff difference)
    {
        var changed = difference.Changes.Count();
        var hidden = changed - Math.Min(changed, MostRows);
        var same = difference.Nodes.Count - changed;
        return (hidden > 0 ? $"and {Words.Counted(hidden, "more node")} that changed less\n" : "") + (same > 0 && changed > 0 ? $"{Words.Counted(same, "node")} unchanged\n" : "");
    }

    private static string Signed(long number) => number > 0 ? $"+{Words.Count(number)}" : Words.Count(number);
}
