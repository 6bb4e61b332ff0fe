using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Reports.Charts;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows what a run could cost by its plan beside what it did.</summary>
internal static class PlanActualView
{
    private const int MostRows = 25;

    /// <summary>What templates need; null when no plan was made.</summary>
    public static ScriptObject? Of(RunReport report)
    {
        if (report.Plan is not { } plan)
        {
            return null;
        }

        var shown = plan.Nodes.OrderByDescending(node => node.Cost).ThenByDescending(node => node.Max ?? Money.Zero).Take(MostRows).ToHashSet();
        return new ScriptObject
        {
            ["sentence"] = Sentence(report.Totals.Cost, plan),
            ["rows"] = plan.Nodes.Where(shown.Contains).Select(Row).ToList(),
            ["more"] = plan.Nodes.Count > MostRows ? Words.Counted(plan.Nodes.Count - MostRows, "cheaper node") : null,
        };
    }

    /// <summary>The plan beside the truth, in one sentence.</summary>
    public static string Sentence(Money cost, ReportPlan plan)
    {
        if (plan.Max == Money.Zero)
        {
            return "By its plan it could cost nothing.";
        }

        var least = plan.Min is { } min && min > Money.Zero ? $"at least {min}, " : "";
        var expected = plan.Expected is { } usual ? $"{usual} expected, " : "";
        return plan.Max is { } most
            ? $"The plan: {least}{expected}{most} at worst. It cost {cost}, {Words.Share(cost.Usd, most.Usd)} % of the worst case."
            : $"The plan: {least}{expected}no bound to the worst case. It cost {cost}.";
    }

    private static ScriptObject Row(ReportPlanNode node) => new()
    {
        ["id"] = node.Node,
        ["cost"] = node.Cost.ToString(),
        ["expected"] = node.Expected?.ToString() ?? "-",
        ["max"] = node.Max?.ToString() ?? "no bound",
        ["calls"] = $"{Words.Count(node.Calls)} of {Words.Count(node.MaxCalls)}",
        ["share"] = node.Max is { Usd: > 0 } most ? Words.Share(node.Cost.Usd, most.Usd) + " %" : "-",
        ["bar"] = node.Max is { Usd: > 0 } whole ? ShareBar.Draw(node.Cost.Usd / whole.Usd, node.Expected?.Usd / whole.Usd) : null,
    };
}
