using System.Globalization;
using Binex.Core.Ledgers;
using Binex.Core.Workflows;

namespace Binex.Core.Reports.Projection;

/// <summary>Every cap of a run and how far it was used: the run's own first, then those of nodes in document order.</summary>
internal static class CapList
{
    public static IReadOnlyList<ReportCap> Build(RunFold run, Workflow workflow)
    {
        var caps = new List<ReportCap>();
        var spent = Amount.Zero;
        var held = Amount.Zero;
        foreach (var node in run.Nodes)
        {
            var (nodeSpent, nodeHeld) = Sum(node);
            spent += nodeSpent;
            held += nodeHeld;
            if (node.Definition?.Budget is { } budget)
            {
                Add(caps, $"run/{node.Id}", budget, nodeSpent, nodeHeld);
            }
        }

        var own = new List<ReportCap>();
        Add(own, "run", workflow.Budget.Caps with { MaxCost = run.MaxCost }, spent, held);
        return [.. own, .. caps];
    }

    private static (Amount Spent, Amount Held) Sum(NodeFold node)
    {
        var spent = Amount.Zero;
        var held = Amount.Zero;
        foreach (var call in node.Calls)
        {
            spent += call.Spent;
            held += call.Open;
        }

        return (spent, held);
    }

    private static void Add(List<ReportCap> caps, string scope, BudgetCaps limits, Amount spent, Amount held)
    {
        Add(caps, scope, "cost", limits.MaxCost?.Usd, spent.Cost.Usd, held.Cost.Usd);
        Add(caps, scope, "tokens", limits.MaxTokens, spent.Tokens, held.Tokens);
        Add(caps, scope, "calls", limits.MaxCalls, spent.Calls, held.Calls);
    }

    private static void Add(List<ReportCap> caps, string scope, string metric, decimal? limit, decimal spent, decimal held)
    {
        if (limit is { } set)
        {
            caps.Add(new ReportCap(scope, metric, Text(set), Text(spent), Text(held), Text(set - spent - held)));
        }
    }

    private static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
