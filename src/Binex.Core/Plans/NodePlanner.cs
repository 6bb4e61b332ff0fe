using Binex.Core.Costs;
using Binex.Core.Prices;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>Plans one node after the other.</summary>
internal sealed class NodePlanner(Workflow workflow, IPriceBook prices, RequestBounds requests)
{
    private const string RuleOfThumb = "one call for each node, and answers of half of the output limit";

    private readonly IReadOnlyList<long> _executions = Executions.AtMost(workflow);

    public NodePlan Plan(int index)
    {
        var node = workflow.Nodes[index];
        var plan = node.Agent.IsModel
            ? PlanModel(index, node)
            : PlanOther(index, node);
        return plan with { Location = node.Location };
    }

    private NodePlan PlanOther(int index, Node node)
    {
        if (node.CostEstimate is not { } estimate)
        {
            return new NodePlan(node.Id, node.Agent.ToString(), PlanBounds.Zero);
        }

        return new NodePlan(node.Id, node.Agent.ToString(), new PlanBounds(Money.Zero, estimate, estimate * CallsAtMost(index, node)))
        {
            Basis = "its author's estimate",
            Notes = ["Its cost is what its author says (cost.estimate); no ledger holds it to that."],
        };
    }

    private NodePlan PlanModel(int index, Node node)
    {
        var price = prices.Find(node.Agent.Target);
        var limit = OutputLimit(node, price);
        var known = requests.Tokens(index, limit);
        var input = known ?? price?.MaxInputTokens;
        var calls = new PlanCalls(AlwaysRuns(node) ? 1 : 0, 1, CallsAtMost(index, node));
        return new NodePlan(node.Id, node.Agent.ToString(), price is null ? new PlanBounds(Money.Zero, null, null) : BoundsOf(index, node, price, calls, input))
        {
            Model = node.Agent.Target,
            Calls = calls,
            InputTokens = input,
            OutputTokens = limit,
            Basis = RuleOfThumb,
            Notes = NotesOn(price, known, input),
        };
    }

    private PlanBounds BoundsOf(int index, Node node, ModelPrice price, PlanCalls calls, long? input)
    {
        if (price.IsFree)
        {
            return PlanBounds.Zero;
        }

        var limit = OutputLimit(node, price);
        var max = input is { } tokens
            ? Pricing.Bound(price, tokens, limit, limit, node.Model.CachePrompt).Max * calls.Max
            : (Money?)null;
        var usual = Pricing.Charge(price, new TokenUsage(ExpectedInput(index, limit, price), limit / 2));
        return new PlanBounds(new Money(price.PerRequest) * calls.Min, max is { } most ? Money.Min(usual, most) : usual, max);
    }

    private long CallsAtMost(int index, Node node) => _executions[index] * Math.Max(1, node.Retry.MaxAttempts);

    private static int OutputLimit(Node node, ModelPrice? price)
    {
        var wanted = node.Model.MaxTokens ?? node.Model.FallbackMaxTokens;
        return price?.MaxOutputTokens is { } most ? Math.Min(wanted, most) : wanted;
    }

    // What is known of its own texts, and half of the output limit for each answer that it may read.
    private long ExpectedInput(int index, int limit, ModelPrice price)
    {
        var expected = requests.ExpectedTokens(index, limit);
        foreach (var dependency in workflow.Graph.Edges.Predecessors(index))
        {
            if (workflow.Nodes[dependency] is { Agent.IsModel: true } upstream)
            {
                expected += OutputLimit(upstream, prices.Find(upstream.Agent.Target)) / 2;
            }
        }

        return price.MaxInputTokens is { } window ? Math.Min(expected, window) : expected;
    }

    // In a run that completes; a run that fails may cost nothing at all.
    private static bool AlwaysRuns(Node node) => node is { When: null, SkipPropagation: false, ContinueOnError: false };

    private static List<string> NotesOn(ModelPrice? price, long? known, long? input)
    {
        if (price is null)
        {
            return ["The model has no price."];
        }

        if (price.IsFree)
        {
            return ["Nothing is charged for the model."];
        }

        return known is not null ? []
            : input is not null ? ["What it is asked is only known when it runs: it is taken to fill the model's context window."]
            : ["What it is asked is only known when it runs, and the length of the model's context window is not known: it has no bound."];
    }
}
