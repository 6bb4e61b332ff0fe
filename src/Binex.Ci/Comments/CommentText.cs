using System.Text;
using Binex.Ci.Results;
using Binex.Core.Costs;
using Binex.Core.Gates;
using Binex.Core.Runs;
using Binex.Reports.Rendering;

namespace Binex.Ci.Comments;

/// <summary>Says in Markdown what became of workflows: the verdict, then a section for each that has something to tell.</summary>
internal static class CommentText
{
    private const int MostNames = 20;

    /// <summary>The text of the first results, each table with so many rows at most.</summary>
    public static string Of(IReadOnlyList<WorkflowResult> results, int count, int rows, CommentOrigin origin)
    {
        var text = new StringBuilder(Title(results)).Append('\n');
        var shown = results.Take(count).ToList();
        foreach (var result in shown.Where(result => result.IsNews))
        {
            WorkflowSection.Append(text.Append('\n'), result, results.Count > 1, rows, origin);
        }

        var same = shown.Where(result => !result.IsNews).ToList();
        if (same.Count > 0)
        {
            var names = string.Join("; ", same.Take(MostNames).Select(Unchanged));
            text.Append($"\n{(same.Count == 1 ? "Costs what it did" : "Cost what they did")}: {names}{(same.Count > MostNames ? $" and {Words.Counted(same.Count - MostNames, "more workflow")}" : "")}\n");
        }

        if (results.Count > count)
        {
            text.Append($"\n…and {Words.Counted(results.Count - count, "more workflow")}, see {Pointer(origin)}\n");
        }

        return text.ToString();
    }

    /// <summary>The verdict as a heading.</summary>
    public static string Title(IReadOnlyList<WorkflowResult> results)
    {
        var subject = results is [var only] ? WorkflowSection.Name(only) : Words.Counted(results.Count, "workflow");
        var failedGates = results.Sum(result => result.Gates.Count(gate => gate.Verdict == GateVerdict.Failed));
        var failedRuns = results.Count(result => result.Report is { Run.Status: not RunStatus.Completed });
        var problems = results.Count(result => result.Problems.Count > 0);
        string[] trouble =
        [
            .. problems > 0 ? [results.Count == 1 ? "it could not be checked" : $"{problems} could not be checked"] : Array.Empty<string>(),
            .. failedRuns > 0 ? [results.Count == 1 ? "the run did not complete" : $"{Words.Counted(failedRuns, "run")} did not complete"] : Array.Empty<string>(),
            .. failedGates > 0 ? [failedGates == 1 ? "a gate does not hold" : $"{failedGates} gates do not hold"] : Array.Empty<string>(),
        ];
        return trouble.Length > 0 ? $"### ❌ {subject}: {string.Join(", ", trouble)}" : $"### {Sign(results)} {subject}: {Quiet(results)}";
    }

    /// <summary>Where the rest of what was cut is.</summary>
    public static string Pointer(CommentOrigin origin) =>
        (origin.BuildUrl ?? origin.ReportUrl) is { } url ? $"[{origin.SummaryName}]({url})" : origin.SummaryName;

    private static string Unchanged(WorkflowResult result)
    {
        var bounds = result.Difference!.Head.Bounds;
        return $"{WorkflowSection.Name(result)}: {MarkdownText.Escape($"{bounds.Expected?.ToString() ?? "unknown"} expected, {bounds.Max?.ToString() ?? "no bound"} at worst")}";
    }

    private static string Sign(IReadOnlyList<WorkflowResult> results)
    {
        var changed = results.Where(result => result.HasChanged).ToList();
        return changed.Count == 0 ? "✅"
            : changed.Any(result => Growth(result) is not { Usd: <= 0 }) ? "🔺"
            : changed.Any(result => Growth(result) is { Usd: < 0 }) ? "🔻"
            : "✅";
    }

    private static Money? Growth(WorkflowResult result) => result.Difference!.Max ?? result.Difference.Expected;

    private static string Quiet(IReadOnlyList<WorkflowResult> results)
    {
        var compared = results.Where(result => result.Difference is not null).ToList();
        var changed = compared.Count(result => result.HasChanged);
        return compared.Count == 0 ? results.Any(result => result.Report is not null) ? "completed" : "what a run can cost"
            : changed == 0 ? "no difference in cost"
            : results.Count == 1 ? $"what a run can cost {Verb(compared[0])}"
            : $"{Words.Counted(changed, "workflow")} cost{(changed == 1 ? "s" : "")} something else";
    }

    private static string Verb(WorkflowResult result) => Growth(result) switch
    {
        { Usd: > 0 } more => $"grows by {MarkdownText.Escape(more.ToString())}",
        { Usd: < 0 } less => $"shrinks by {MarkdownText.Escape((less * -1).ToString())}",
        { } => "stays the same",
        null => "changes",
    };
}
