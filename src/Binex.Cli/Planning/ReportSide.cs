using Binex.Core.Costs;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Reports;

namespace Binex.Cli.Planning;

/// <summary>Makes a side of a comparison of the report of a run.</summary>
internal static class ReportSide
{
    /// <summary>What it cost, and what it could have by the plan in the report.</summary>
    public static CostSide Of(string name, RunReport report)
    {
        var source = new PlanSource(report.Source.Path, report.Source.Sha256);
        // What lies inside a node is in its amounts; an id that stands there twice, in a file that anybody may have written, is its first.
        var own = NodeTree.Of(report.Nodes).Roots.Select(root => report.Nodes[root]).DistinctBy(node => node.Id, StringComparer.OrdinalIgnoreCase).ToList();
        var nodes = own.ConvertAll(node => PlanOf(node, report.Plan));
        var bounds = report.Plan is { } plan ? new PlanBounds(plan.Min ?? Money.Zero, plan.Expected, plan.Max) : new PlanBounds(Money.Zero);
        return new CostSide(name, new Plan(report.Run.Workflow, bounds, nodes) { Source = source })
        {
            Measured = MeasuredCost.Of([report.Totals.Cost]),
            MeasuredNodes = own.Where(node => node.Calls > 0).ToDictionary(node => node.Id, node => MeasuredCost.Of([node.Cost])!, StringComparer.OrdinalIgnoreCase),
        };
    }

    private static NodePlan PlanOf(ReportNode node, ReportPlan? plan)
    {
        var planned = plan?.Nodes.FirstOrDefault(known => known.Node == node.Id);
        return new NodePlan(node.Id, node.Agent, planned is null ? new PlanBounds(Money.Zero) : new PlanBounds(planned.Min, planned.Expected, planned.Max))
        {
            Model = node.RequestedModel,
        };
    }
}
