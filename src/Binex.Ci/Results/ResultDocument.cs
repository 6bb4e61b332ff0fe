using System.Text.Json;
using Binex.Core.Plans;
using Binex.Core.Reports;

namespace Binex.Ci.Results;

/// <summary>Reads one document that <c>plan</c>, <c>diff</c> or <c>run --report</c> wrote, or the problem that one of them had.</summary>
public static class ResultDocument
{
    private const string Foreign = "it holds amounts or entries that Binex does not write";

    /// <summary>What the document tells of its workflow.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="name">What to call a workflow that could not be read.</param>
    /// <param name="problem">Why it tells nothing, as a sentence; null when it does.</param>
    public static WorkflowResult? Read(ReadOnlyMemory<byte> utf8, string name, out string? problem)
    {
        var bytes = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? None("it is not an object", out problem)
                : root.TryGetProperty("error", out _) ? ResultProblem.Read(root, name, out problem)
                : root.TryGetProperty("run", out _) && root.TryGetProperty("totals", out _) ? OfReport(bytes.Span, out problem)
                : root.TryGetProperty("base", out _) && root.TryGetProperty("head", out _) ? OfDifference(bytes.Span, out problem)
                : root.TryGetProperty("bounds", out _) ? OfPlan(bytes.Span, out problem)
                : None("it is neither a plan, nor a difference, nor a report", out problem);
        }
        catch (JsonException error)
        {
            return None($"it is not JSON: {error.Message}", out problem);
        }
    }

    private static WorkflowResult? OfPlan(ReadOnlySpan<byte> utf8, out string? problem) =>
        PlanJson.Read(utf8, out problem) is not { } plan ? null
        : !Plausible.IsPlan(plan) ? None(Foreign, out problem)
        : new WorkflowResult(Plausible.Text(plan.Workflow)) { Path = Path(plan.Source?.Path), Plan = Plausible.Clip(plan), Gates = Plausible.Clip(plan.Gates) };

    private static WorkflowResult? OfDifference(ReadOnlySpan<byte> utf8, out string? problem) =>
        PlanJson.ReadDifference(utf8, out problem) is not { } difference ? null
        : !Plausible.IsDifference(difference) ? None(Foreign, out problem)
        : new WorkflowResult(Plausible.Text(difference.Head.Workflow))
        {
            Path = Path(difference.Head.Source?.Path),
            Difference = Plausible.Clip(difference),
            Gates = Plausible.Clip(difference.Gates),
        };

    private static WorkflowResult? OfReport(ReadOnlySpan<byte> utf8, out string? problem) =>
        ReportJson.Read(utf8, out problem) is not { } report ? null
        : !Plausible.IsReport(report) ? None(Foreign, out problem)
        : new WorkflowResult(Plausible.Text(report.Run.Workflow)) { Path = Path(report.Source.Path), Report = report, Gates = Plausible.Clip(report.Gates) };

    private static string? Path(string? path) => path is null ? null : Plausible.Text(path);

    private static WorkflowResult? None(string why, out string? problem)
    {
        problem = why;
        return null;
    }
}
