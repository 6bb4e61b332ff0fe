using System.Text;
using Binex.Ci.Results;
using Binex.Core.Gates;
using Binex.Core.Plans.Comparison;
using Binex.Reports.Plans;
using Binex.Reports.Rendering;

namespace Binex.Ci.Comments;

/// <summary>Tells of one workflow: its gates, what it costs, which nodes made the difference, how it ran.</summary>
internal static class WorkflowSection
{
    // What everybody sees; the rest is folded.
    private const int Open = 10;

    /// <summary>Adds the section.</summary>
    public static void Append(StringBuilder text, WorkflowResult result, bool hasHeading, int rows, CommentOrigin origin)
    {
        if (hasHeading)
        {
            text.Append($"#### {Name(result)}\n\n");
        }

        foreach (var problem in result.Problems)
        {
            text.Append($"- ❌ {MarkdownText.Escape(problem)}\n");
        }

        foreach (var gate in result.Gates.OrderBy(gate => gate.Verdict switch { GateVerdict.Failed => 0, GateVerdict.NotChecked => 1, _ => 2 }))
        {
            text.Append($"- {Sign(gate)} **{MarkdownText.Escape(gate.Gate)}**: {MarkdownText.Escape(gate.Message)}{Place(gate)}\n");
        }

        text.Append(result.Problems.Count + result.Gates.Count > 0 ? "\n" : "");
        if (result.Report is not null)
        {
            RunSection.Append(text, result.Report, rows, origin);
        }

        if (result.Difference is { } difference)
        {
            AppendDifference(text, difference, rows, origin);
        }
        else if (result.Plan is { } plan)
        {
            text.Append(PlanView.Sums(plan).ToMarkdown()).Append('\n');
            var nodes = plan.Nodes.Where(node => node.Calls.Max > 0).OrderByDescending(node => node.Bounds.Max?.Usd ?? decimal.MaxValue).ToList();
            Rows.Append(text, nodes, 0, rows, part => PlanView.Nodes(part, bars: false), "node", origin);
        }

        if (result.Plan is { Capped: { } capped } bounded && bounded.Bounds.Max != capped)
        {
            text.Append($"The budgets in force let a run spend {MarkdownText.Escape(capped.ToString())} at most.\n");
        }
    }

    /// <summary>What a workflow is called: its name, and its file where that is known.</summary>
    public static string Name(WorkflowResult result)
    {
        var name = MarkdownText.Escape(result.Name);
        return result.Path is { } path && path != result.Name ? $"{name} ({MarkdownText.Escape(path)})" : name;
    }

    private static void AppendDifference(StringBuilder text, PlanDiff difference, int rows, CommentOrigin origin)
    {
        text.Append(DiffView.Sums(difference).ToMarkdown()).Append('\n');
        var changed = difference.Changes.OrderByDescending(node => Math.Abs(node.Max?.Usd ?? decimal.MaxValue)).ToList();
        Rows.Append(text, changed, Open, rows, DiffView.Nodes, "changed node", origin);
        var same = difference.Nodes.Count - changed.Count;
        text.Append(same > 0 ? $"{Words.Counted(same, "node")} unchanged, compared with {MarkdownText.Escape(Plausible.Text(difference.Base.Name))}.\n" : "");
    }

    private static string Sign(GateFinding gate) => gate.Verdict switch
    {
        GateVerdict.Passed => "✅",
        GateVerdict.Failed => "❌",
        _ => "➖",
    };

    private static string Place(GateFinding gate) => gate.Location is { } location ? $" ({MarkdownText.Escape(location)})" : "";
}
