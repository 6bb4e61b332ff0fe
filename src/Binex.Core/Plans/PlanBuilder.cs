using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>
/// Computes what a workflow can cost. Pure: the same workflow, prices and variables give the same plan. The worst case of a call is
/// <see cref="Pricing.Bound"/>, the arithmetic by which the ledger reserves.
/// </summary>
public static class PlanBuilder
{
    /// <summary>Builds the plan of a workflow.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="prices">Prices of models.</param>
    /// <param name="tokens">Bounds of tokens, those by which reservations are made.</param>
    /// <param name="variables">Values of the user's variables that are known; defaults stand in for the others.</param>
    public static Plan Build(
        Workflow workflow, IPriceBook prices, ITokenBounds tokens, IReadOnlyDictionary<string, JsonElement> variables)
    {
        var planner = new NodePlanner(workflow, prices, new RequestBounds(workflow, tokens, variables));
        var nodes = new List<NodePlan>(workflow.Nodes.Count);
        var bounds = PlanBounds.Zero;
        for (var i = 0; i < workflow.Nodes.Count; i++)
        {
            nodes.Add(planner.Plan(i));
            bounds += nodes[i].Bounds;
        }

        return new Plan(workflow.Name, bounds, [.. nodes.Select(node => node with { Share = ShareOf(node, bounds) })])
        {
            Capped = Capped(workflow, nodes),
            Unpriced = Unpriced(workflow, prices),
            Assumptions = PlanAssumptions.Of(workflow, nodes),
        };
    }

    private static decimal? ShareOf(NodePlan node, PlanBounds run) =>
        node.Bounds.Max is { } max && run.Max is { Usd: > 0 } whole ? max.Usd / whole.Usd : null;

    // Caps that only warn bound nothing.
    private static Money? Capped(Workflow workflow, List<NodePlan> nodes)
    {
        var holds = workflow.Budget.Policy == BudgetPolicy.Stop;
        Money? sum = Money.Zero;
        for (var i = 0; i < nodes.Count; i++)
        {
            sum += Smaller(nodes[i].Bounds.Max, holds ? workflow.Nodes[i].Budget?.MaxCost : null);
        }

        return Smaller(sum, holds ? workflow.Budget.Caps.MaxCost : null);
    }

    private static Money? Smaller(Money? left, Money? right) => left is { } a && right is { } b ? Money.Min(a, b) : left ?? right;

    private static List<UnpricedModel> Unpriced(Workflow workflow, IPriceBook prices) =>
    [
        .. workflow.Nodes.Where(node => node.Agent.IsModel && prices.Find(node.Agent.Target) is null)
            .GroupBy(node => node.Agent.Target)
            .Select(group => new UnpricedModel(group.Key, [.. group.Select(node => node.Id)])),
    ];
}
