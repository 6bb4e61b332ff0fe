using Binex.Core.Costs;
using Binex.Core.Gates;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Reports;

namespace Binex.Ci.Results;

/// <summary>
/// Holds what was read against what Binex can have written. In the workflow that posts comments for forks, a stranger wrote it: no
/// sum of its amounts may overflow, and no text in it may fill a comment.
/// </summary>
internal static class Plausible
{
    private const int LongestText = 400;
    private const int MostReasons = 10;
    private const int MostGates = 20;
    private const long LongestMs = 1_000_000_000_000;

    /// <summary>The largest amount that is taken for one, in US dollars.</summary>
    public const decimal MostUsd = 1_000_000_000_000;

    // What is missing from a document is null, whatever its type says.
    /// <summary>Whether what is shown of a plan is there and can be added up.</summary>
    public static bool IsPlan(Plan plan) =>
        plan is { Calls: not null, Input: not null, Output: not null } && IsAmount(plan.Bounds) && IsAmount(plan.Capped) && IsAmount(plan.MinimumBudget) && AreGates(plan.Gates)
        && plan.Nodes.All(node => node.Calls is not null && IsAmount(node.Bounds) && node.Share is null or (>= 0 and <= 1));

    /// <summary>Whether all amounts of a difference are such as can be added up.</summary>
    public static bool IsDifference(PlanDiff difference) =>
        IsSide(difference.Base) && IsSide(difference.Head) && AreGates(difference.Gates)
        && difference.Nodes.All(node => IsAmount(node.Base) && IsAmount(node.Head) && IsAmount(node.BaseMeasured) && IsAmount(node.HeadMeasured));

    /// <summary>Whether what is shown of a report is there and can be added up.</summary>
    public static bool IsReport(RunReport report) =>
        report is { Nodes: not null, Causes: not null, Budget.Caps: not null } && AreGates(report.Gates)
        && IsAmount(report.Totals.Cost) && report.Run.DurationMs is >= 0 and < LongestMs
        && report.Nodes.All(node => node is not null)
        && report.Causes.All(cause => cause?.Blocked is not null)
        && report.Budget.Caps.All(cap => cap is not null);

    /// <summary>A text that is not longer than one that Binex writes.</summary>
    public static string Text(string text) =>
        text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";

    /// <summary>The difference with texts that are not longer than those that Binex writes.</summary>
    public static PlanDiff Clip(PlanDiff difference) => difference with
    {
        Nodes =
        [
            .. difference.Nodes.Select(node => node with
            {
                Id = Text(node.Id),
                FormerId = node.FormerId is { } former ? Text(former) : null,
                Reasons = [.. node.Reasons.Take(MostReasons).Select(Text)],
            }),
        ],
    };

    /// <summary>The plan with texts that are not longer than those that Binex writes.</summary>
    public static Plan Clip(Plan plan) => plan with
    {
        Nodes = [.. plan.Nodes.Select(node => node with { Id = Text(node.Id), Agent = Text(node.Agent), Model = node.Model is { } model ? Text(model) : null })],
    };

    /// <summary>What gates said, with texts that are not longer than those that Binex writes.</summary>
    public static IReadOnlyList<GateFinding> Clip(IReadOnlyList<GateFinding>? gates) =>
    [
        .. (gates ?? []).Take(MostGates).Select(gate => gate with
        {
            Gate = Text(gate.Gate),
            Message = Text(gate.Message),
            Location = gate.Location is { } location ? Text(location) : null,
        }),
    ];

    // A document of an earlier version has none.
    private static bool AreGates(IReadOnlyList<GateFinding>? gates) => gates is null || gates.All(gate => gate is not null);

    private static bool IsSide(DiffSide side) => IsAmount(side.Bounds) && IsAmount(side.Measured);

    private static bool IsAmount(PlanBounds? bounds) => bounds is null || (IsAmount(bounds.Min) && IsAmount(bounds.Expected) && IsAmount(bounds.Max));

    private static bool IsAmount(MeasuredCost? cost) => cost is null || (IsAmount(cost.Min) && IsAmount(cost.Median) && IsAmount(cost.Max));

    private static bool IsAmount(Money? money) => money is not { } amount || Math.Abs(amount.Usd) <= MostUsd;
}
