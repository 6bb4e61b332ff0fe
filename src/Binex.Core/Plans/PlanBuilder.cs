using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>
/// Computes what a workflow can cost. Pure: the same workflow, prices, variables and history give the same plan. The worst case of
/// a call is <see cref="Pricing.Bound"/>, the arithmetic by which the ledger reserves, of the request that the engine sends.
/// </summary>
public static class PlanBuilder
{
    /// <summary>Builds the plan of a workflow.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="prices">Prices of models.</param>
    /// <param name="tokens">Bounds of tokens, those by which reservations are made.</param>
    /// <param name="variables">Values of the user's variables that are known; defaults stand in for the others.</param>
    /// <param name="history">What past runs took; null when nothing is known of any.</param>
    public static Plan Build(
        Workflow workflow, IPriceBook prices, ITokenBounds tokens, IReadOnlyDictionary<string, JsonElement> variables, IPlanHistory? history = null)
    {
        var requests = new RequestBounds(workflow, prices, tokens, variables);
        var bounds = new AgentBounds(workflow, prices, requests);
        var executions = Executions.Of(workflow);
        var nodes = new List<NodePlan>(workflow.Nodes.Count);
        var (sum, calls, input, output) = (PlanBounds.Zero, PlanCalls.None, PlanTokens.None, PlanTokens.None);
        for (var i = 0; i < workflow.Nodes.Count; i++)
        {
            var node = workflow.Nodes[i];
            var plan = Expectation.By(history?.Of(node.Id), bounds.For(node.Agent).Of(i, executions[i]), prices) with
            {
                Location = node.Location,
                Content = NodeContents.Of(workflow, i, executions[i].Total, node.Agent.IsModel ? requests.Of(i).Known : 0),
            };
            nodes.Add(plan);
            (sum, calls, input, output) = (sum + plan.Bounds, calls + plan.Calls, input + plan.Input, output + plan.Output);
        }

        var shared = nodes.ConvertAll(node => node with { Share = ShareOf(node, sum) });
        return new Plan(workflow.Name, sum with { Basis = BasisOf(history) }, shared)
        {
            Calls = calls with { Max = Math.Min(calls.Max, workflow.Budget.CallsOfRun) },
            Input = input,
            Output = output,
            InputShare = tokens.InputShare,
            Capped = Capped(workflow, nodes),
            MinimumBudget = MinimumBudget(sum, nodes),
            Dominant = Dominant(shared),
            Duration = new PlanDuration((long?)history?.Duration?.TotalMilliseconds, (long?)workflow.Budget.Caps.MaxDuration?.TotalMilliseconds),
            Unpriced = Unpriced(workflow, prices),
            Assumptions = PlanAssumptions.Of(workflow, nodes, tokens.InputShare),
        };
    }

    private static string BasisOf(IPlanHistory? history) => history is { Runs: > 0 }
        ? $"the medians of {history.Runs} past {(history.Runs == 1 ? "run" : "runs")}"
        : "rules of thumb: no past run is known";

    private static decimal? ShareOf(NodePlan node, PlanBounds run) =>
        node.Bounds.Max is { } max && run.Max is { Usd: > 0 } whole ? Math.Round(max.Usd / whole.Usd, 4) : null;

    // What has no bound dominates whatever has one.
    private static string? Dominant(List<NodePlan> nodes) =>
        (nodes.Find(node => node.Bounds.Max is null) ?? nodes.Where(node => node.Bounds.Max is { Usd: > 0 }).MaxBy(node => node.Bounds.Max))?.Id;

    // Each node that always runs must find room for its first call, whatever was spent before; so must all that is spent for certain.
    private static Money? MinimumBudget(PlanBounds sum, List<NodePlan> nodes) => nodes.Exists(node => node.MinimumBudget is null)
        ? null
        : nodes.Aggregate(sum.Min, (most, node) => Money.Max(most, node.MinimumBudget!.Value));

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
        .. workflow.Nodes.Where(node => node.Agent.IsModel)
            .SelectMany(node => node.Fallbacks.Prepend(node.Agent.Target).Distinct().Select(model => (Model: model, node.Id)))
            .Where(use => prices.Find(use.Model) is null)
            .GroupBy(use => use.Model)
            .Select(group => new UnpricedModel(group.Key, [.. group.Select(use => use.Id)])),
    ];
}
