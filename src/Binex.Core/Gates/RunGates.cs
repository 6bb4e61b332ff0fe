using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Text;

namespace Binex.Core.Gates;

/// <summary>Holds what a run took against gates.</summary>
public static class RunGates
{
    /// <summary>What the gates say, in the order of their keys in the documentation.</summary>
    /// <param name="terms">The gates, and what past runs took.</param>
    /// <param name="report">The report of the run.</param>
    public static IReadOnlyList<GateFinding> Check(GateTerms terms, RunReport report)
    {
        var gates = terms.Limits;
        var findings = new List<GateFinding>();
        var cost = report.Totals.Cost;
        var dearest = report.Nodes.MaxBy(node => node.Cost);
        if (gates.MaxCost is { } most)
        {
            findings.Add(PlanGates.Finding(
                "max_cost", cost <= most, $"the run cost {cost}{By(cost <= most, dearest)}, and {most} is allowed", dearest?.Id, dearest?.Location));
        }

        if (IncreaseLimit.IsSet(gates))
        {
            findings.Add(terms.UsualCost is not { } before
                ? new GateFinding("max_increase", GateVerdict.NotChecked, "no earlier run of this workflow is on record")
                : PlanGates.Finding(
                    "max_increase", cost <= IncreaseLimit.Allowed(gates, before),
                    $"the run cost {cost}{By(cost <= IncreaseLimit.Allowed(gates, before), dearest)}, past runs {before} in the middle, and an increase of {IncreaseLimit.Text(gates)} is allowed",
                    dearest?.Id, dearest?.Location));
        }

        if (gates.MaxDuration is { } longest)
        {
            var took = TimeSpan.FromMilliseconds(report.Run.DurationMs);
            var slowest = report.Nodes.MaxBy(node => node.DurationMs);
            findings.Add(PlanGates.Finding(
                "max_duration", took <= longest,
                $"the run took {DurationText.Of(took)}{(took <= longest || slowest is null ? "" : $", of which node '{slowest.Id}' {DurationText.Of(TimeSpan.FromMilliseconds(slowest.DurationMs))}")}, "
                + $"and {DurationText.Of(longest)} is allowed",
                slowest?.Id, slowest?.Location));
        }

        if (gates.MinSuccess is { } share)
        {
            var completed = report.Run.Status == RunStatus.Completed;
            findings.Add(PlanGates.Success(share, terms.Completed + (completed ? 1 : 0), terms.Failed + (completed ? 0 : 1)));
        }

        return findings;
    }

    private static string By(bool holds, ReportNode? node) => holds || node is null ? "" : $", of which node '{node.Id}' {node.Cost}";
}
