using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows the executions of a node and their attempts.</summary>
internal static class ExecutionView
{
    public static List<ScriptObject> All(ReportNode node, ContentViews contents)
    {
        var attempts = node.Attempts.ToLookup(attempt => attempt.Execution);
        return [.. node.Iterations.Select(execution => Of(node, execution, attempts[execution.Execution], contents))];
    }

    private static ScriptObject Of(ReportNode node, ReportIteration execution, IEnumerable<ReportAttempt> attempts, ContentViews contents)
    {
        var status = StatusWord.Of(execution.Status);
        var isLast = execution.Execution == node.Iterations[^1].Execution;
        return new ScriptObject
        {
            ["title"] = node.Iterations.Count > 1 ? Title(node, execution) : null,
            ["key"] = status.Key,
            ["icon"] = status.Icon,
            ["word"] = status.Word,
            ["duration"] = execution.StartedAt is null ? null : Words.Duration(execution.DurationMs),
            ["cost"] = execution.Cost.ToString(),
            ["iterated"] = execution.Iterated ? $"its condition asked for another iteration; the run went back to {node.Loop?.Target}" : null,
            ["reason"] = isLast || execution.Reason is null ? null : Words.Sentence(execution.Reason),
            ["outputs"] = isLast
                ? new List<ScriptObject>()
                : [.. execution.Outputs.Select(output => NodeView.Output(output, contents, $"{NodeView.OutputName(output)} of {node.Id}, iteration {execution.Iteration}"))],
            ["attempts"] = attempts.Select(attempt => Of(node, attempt, contents)).ToList(),
        };
    }

    private static string Title(ReportNode node, ReportIteration execution)
    {
        var isAgain = node.Iterations.Any(other => other.Iteration == execution.Iteration && other.Execution < execution.Execution);
        return $"Iteration {execution.Iteration}{(isAgain ? ", begun again after a resume" : "")}";
    }

    private static ScriptObject Of(ReportNode node, ReportAttempt attempt, ContentViews contents)
    {
        var status = StatusWord.Of(attempt.Status);
        var place = $"{node.Id}, attempt {attempt.Attempt}";
        return new ScriptObject
        {
            ["title"] = node.MaxAttempts > 1 ? $"Attempt {attempt.Attempt} of {node.MaxAttempts}" : $"Attempt {attempt.Attempt}",
            ["key"] = status.Key,
            ["icon"] = status.Icon,
            ["word"] = status.Word,
            ["duration"] = Words.Duration(attempt.DurationMs),
            ["started"] = Words.Date(attempt.StartedAt),
            ["system"] = contents.Show(attempt.SystemPrompt, $"the system prompt of {place}"),
            ["prompt"] = contents.Show(attempt.Prompt, $"the prompt of {place}"),
            ["inputs"] = contents.Show(attempt.Inputs, $"the inputs of {place}"),
            ["attachments"] = attempt.Attachments?.Select(Of).ToList(),
            ["calls"] = attempt.Calls.Select(call => CallView.Of(call, contents, node.Id, attempt.Error?.Message, isOpen: call == attempt.Calls[^1])).ToList(),
            ["error"] = attempt.Error is null ? null : CallView.FailureOf(attempt.Error, attempt.StopReason == StopReason.BudgetRefused),
            ["stop"] = Stop(attempt.StopReason),
            ["retry"] = attempt.RetryInMs is { } wait ? Words.Duration(wait) : null,
            ["repair"] = attempt.Repair,
            ["answered_by"] = attempt.AnsweredBy,
        };
    }

    private static ScriptObject Of(AttachedFile file) => new()
    {
        ["path"] = file.Path,
        ["about"] = $"{file.MediaType}, {Words.Size(file.Bytes)}{(file.Tokens is { } tokens ? $", at most {Words.Count(tokens)} tokens" : "")}",
    };

    public static string? Stop(StopReason? reason) => reason switch
    {
        StopReason.Cancelled => "the run was cancelled",
        StopReason.DeadlineExceeded => "its deadline passed",
        StopReason.BudgetRefused => "its budget refused a call",
        StopReason.LoopLimit => "its loop reached its limit",
        StopReason.UpstreamFailed => "a node that it needs failed",
        StopReason.HostShutdown => "the process that ran it ended",
        _ => null,
    };
}
