using Binex.Core.Configuration;
using Binex.Core.Costs;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Text;

namespace Binex.Core.Gates;

/// <summary>Holds a plan, or the difference of two, against gates.</summary>
public static class PlanGates
{
    /// <summary>What the gates say, in the order of their keys in the documentation.</summary>
    /// <param name="gates">The gates.</param>
    /// <param name="on">Which figure of the plan they look at.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="difference">How it differs from the baseline; null without one.</param>
    /// <param name="history">What past runs took; null when nothing is known of any.</param>
    public static IReadOnlyList<GateFinding> Check(GateLimits gates, GateBasis on, Plan plan, PlanDiff? difference, IPlanHistory? history)
    {
        var findings = new List<GateFinding>();
        if (gates.MaxCost is { } most)
        {
            findings.Add(Cost(most, on, plan));
        }

        if (IncreaseLimit.IsSet(gates))
        {
            findings.Add(Increase(gates, on, plan, difference));
        }

        if (gates.MaxDuration is { } longest)
        {
            findings.Add(Duration(longest, on, plan.Duration));
        }

        if (gates.MinSuccess is { } share)
        {
            findings.Add(Success(share, history?.Runs ?? 0, history?.Failures ?? 0));
        }

        return findings;
    }

    /// <summary>What the gate on the share of completed runs says.</summary>
    /// <param name="least">The least share, from 0 to 1.</param>
    /// <param name="completed">Runs that completed.</param>
    /// <param name="failed">Runs that did not.</param>
    internal static GateFinding Success(decimal least, int completed, int failed)
    {
        var runs = completed + failed;
        return runs == 0
            ? new GateFinding("min_success", GateVerdict.NotChecked, "no run of this workflow is on record")
            : Finding("min_success", completed >= least * runs, $"{completed} of {runs} recorded runs completed, and {IncreaseLimit.Percent(least)} must");
    }

    internal static GateFinding Finding(string gate, bool holds, string message, string? node = null, string? location = null) => holds
        ? new GateFinding(gate, GateVerdict.Passed, message)
        : new GateFinding(gate, GateVerdict.Failed, message) { Node = node, Location = location };

    private static GateFinding Cost(Money most, GateBasis on, Plan plan)
    {
        var node = plan.Nodes.FirstOrDefault(node => Figure(on, node.Bounds) is null) ?? plan.Nodes.MaxBy(node => Figure(on, node.Bounds));
        var figure = Figure(on, plan.Bounds);
        var share = node is not null && Figure(on, node.Bounds) is { } part ? $"; {part} of it is node '{node.Id}'" : node is null ? "" : $", because of node '{node.Id}'";
        return Finding(
            "max_cost", figure <= most, $"{Word(on)} is {figure?.ToString() ?? "not bounded"}{(figure <= most ? "" : share)}, and {most} is allowed",
            node?.Id, node?.Location?.ToString());
    }

    private static GateFinding Increase(GateLimits gates, GateBasis on, Plan plan, PlanDiff? difference)
    {
        if (difference is null)
        {
            return new GateFinding("max_increase", GateVerdict.NotChecked, "there is no baseline to compare with");
        }

        if (Figure(on, difference.Base.Bounds) is not { } before)
        {
            return new GateFinding("max_increase", GateVerdict.NotChecked, $"{Word(on)} of the baseline is not known");
        }

        var now = Figure(on, plan.Bounds);
        var worst = difference.Nodes.FirstOrDefault(node => node.Head is not null && Growth(node) is null) ?? difference.Nodes.MaxBy(Growth);
        var allowed = IncreaseLimit.Allowed(gates, before);
        var growth = now is { } known ? $"went from {before} to {known}" : $"went from {before} to no bound";
        return Finding(
            "max_increase", now <= allowed,
            $"{Word(on)} {growth}{(now <= allowed || worst is null ? "" : $", most of all by node '{worst.Id}'")}, and an increase of {IncreaseLimit.Text(gates)} is allowed",
            worst?.Id, worst?.Location);

        Money? Growth(NodeDiff node) => on == GateBasis.Max ? node.Max : node.Expected;
    }

    private static GateFinding Duration(TimeSpan longest, GateBasis on, PlanDuration duration)
    {
        var (figure, word) = on == GateBasis.Max && duration.MaxMs is { } most ? (most, "the deadline of the run (budget.max_duration)")
            : duration.ExpectedMs is { } usual ? (usual, "the median of past runs")
            : (-1, "");
        return figure < 0
            ? new GateFinding("max_duration", GateVerdict.NotChecked, "no run of this workflow is on record, and it has no budget.max_duration")
            : Finding("max_duration", figure <= longest.TotalMilliseconds, $"{word} is {DurationText.Of(TimeSpan.FromMilliseconds(figure))}, and {DurationText.Of(longest)} is allowed");
    }

    private static Money? Figure(GateBasis on, PlanBounds bounds) => on == GateBasis.Max ? bounds.Max : bounds.Expected;

    private static string Word(GateBasis on) => on == GateBasis.Max ? "the worst case" : "the expected cost";
}
