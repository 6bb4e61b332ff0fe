using Binex.Core.Costs;

namespace Binex.Core.Reports.Projection;

/// <summary>Holds what a run cost against what was planned and held for it.</summary>
internal static class PlanSection
{
    /// <summary>The plan beside the truth; null when no plan was made.</summary>
    public static ReportPlan? Plan(RunFold run, IReadOnlyList<ReportNode> nodes)
    {
        if (run.Planned is not { } planned)
        {
            return run.Started?.PlannedMax is { } most ? new ReportPlan(most) : null;
        }

        var actual = nodes.ToDictionary(node => node.Id, StringComparer.OrdinalIgnoreCase);
        return new ReportPlan(planned.Max)
        {
            Min = planned.Min,
            Expected = planned.Expected,
            Nodes =
            [
                .. planned.Nodes.Where(node => actual.ContainsKey(node.Node)).Select(node => new ReportPlanNode(
                    node.Node, node.Min, node.MaxCalls, actual[node.Node].Cost, actual[node.Node].Calls)
                {
                    Expected = node.Expected,
                    Max = node.Max,
                }),
            ],
        };
    }

    /// <summary>What was held against what was charged; null when no call was settled.</summary>
    public static ReportReservations? Reservations(IReadOnlyList<ReportNode> nodes)
    {
        var (calls, held, settled) = (0, Money.Zero, Money.Zero);
        foreach (var call in nodes.SelectMany(node => node.Attempts).SelectMany(attempt => attempt.Calls).Where(call => call.Outcome is not null))
        {
            (calls, held, settled) = (calls + 1, held + call.Held, settled + call.Cost);
        }

        return calls == 0 ? null : new ReportReservations(calls, held, settled, held.Usd > 0 ? Math.Round(settled.Usd / held.Usd, 4) : null);
    }
}
