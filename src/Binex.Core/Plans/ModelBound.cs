using Binex.Core.Costs;
using Binex.Core.Prices;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>
/// The <c>llm://</c> agent: one conversation in each attempt. Its calls and its attempts draw on the same retries, so that an
/// execution makes at most as many calls as it has attempts, in whatever order they fail.
/// </summary>
internal sealed class ModelBound(Workflow workflow, IPriceBook prices, RequestBounds requests) : IAgentBound
{
    private const string RuleOfThumb = "one call for each node, and answers of half of the output limit";

    private readonly WorstCalls _worst = new(prices, requests);

    public NodePlan Of(int index, NodeExecutions executions)
    {
        var node = workflow.Nodes[index];
        var price = prices.Find(node.Agent.Target);
        var limit = OutputLimit.Of(node, price);
        var request = requests.Of(index);
        var count = CallCount.Of(node, executions, workflow.Budget);
        // A request that grows by an earlier answer is at most as long as the window, and at least as long as it was.
        var grown = price?.MaxInputTokens is { } window ? Math.Max(window, request.Known) : (long?)null;
        var usual = request.Most ?? grown;
        var input = count.Grown > 0 ? grown : usual;
        var worst = price is null ? null : _worst.Of(index, node, count, executions);
        var fallbacks = Math.Min(executions.Total * node.Fallbacks.Count, Math.Max(0, workflow.Budget.CallsOfNode(node) - count.Same - count.Grown));
        var calls = count.Same + count.Grown + fallbacks;
        var always = AlwaysRuns(node) ? 1 : 0;
        var expectedInput = ExpectedInput(index, request.Known, price);
        return new NodePlan(node.Id, node.Agent.ToString(), new PlanBounds(Money.Zero))
        {
            Model = node.Agent.Target,
            Calls = new PlanCalls(always, 1, calls),
            InputTokens = input,
            OutputTokens = limit,
            Input = new PlanTokens(0, expectedInput, (count.Same * usual) + (count.Grown > 0 ? count.Grown * grown : 0) + (fallbacks > 0 ? fallbacks * input : 0)),
            Output = new PlanTokens(0, limit / 2, calls * limit),
            Notes = NotesOn(node, price, request.Most is not null, count, grown),
            Bounds = price is null ? new PlanBounds(Money.Zero) { Basis = "unknown" } : BoundsOf(node, price, limit, worst, expectedInput),
            Worst = worst ?? [],
            MinimumBudget = always == 1 ? LeastHold(node, price, limit, request.Known) : Money.Zero,
        };
    }

    private PlanBounds BoundsOf(Node node, ModelPrice price, int limit, List<PlanGroup>? worst, long expectedInput)
    {
        var max = worst?.Aggregate(Money.Zero, (sum, group) => sum + group.Max);
        var usual = Pricing.Charge(price, new TokenUsage(expectedInput, limit / 2));
        // Its own model may refuse for nothing, and whichever fallback asks least for a request may answer.
        var fee = node.Fallbacks.Select(fallback => prices.Find(fallback)?.PerRequest ?? 0).Append(price.PerRequest).Min();
        var min = new Money(AlwaysRuns(node) ? fee : 0);
        return new PlanBounds(min, max is { } most ? Money.Min(usual, most) : usual, max) { Basis = RuleOfThumb };
    }

    // What a single call holds of the budget at least, so that with less the node is refused whatever it is asked.
    private Money? LeastHold(Node node, ModelPrice? price, int limit, long input) => price is null
        ? workflow.Budget.AllowUnpriced ? Money.Zero : null
        : Pricing.Bound(price, input, limit, node.Model.MinOutputTokens, node.Model.CachePrompt) is var bound && workflow.Budget.Shrink
            ? bound.CostWith(bound.MinOutputTokens)
            : bound.Max;

    // What is known of its own texts, and half of the output limit for each answer that it may read.
    private long ExpectedInput(int index, long known, ModelPrice? price)
    {
        var expected = known;
        foreach (var dependency in workflow.Graph.Edges.Predecessors(index))
        {
            if (workflow.Nodes[dependency] is { Agent.IsModel: true } upstream)
            {
                expected += OutputLimit.Of(upstream, prices.Find(upstream.Agent.Target)) / 2;
            }
        }

        return price?.MaxInputTokens is { } window ? Math.Min(expected, window) : expected;
    }

    // In a run that completes; a run that fails may cost nothing at all.
    private static bool AlwaysRuns(Node node) => node is { When: null, SkipPropagation: false, ContinueOnError: false };

    private static List<string> NotesOn(Node node, ModelPrice? price, bool isKnown, CallCount count, long? grown)
    {
        var notes = new List<string>();
        if (price is null)
        {
            notes.Add("The model has no price.");
        }
        else if (price.IsFree)
        {
            notes.Add("Nothing is charged for the model.");
        }
        else if (!isKnown)
        {
            notes.Add(grown is null
                ? "What it is asked is only known when it runs, and the length of the model's context window is not known: it has no bound."
                : "What it is asked is only known when it runs: it is taken to fill the model's context window.");
        }
        else if (count.Grown > 0)
        {
            notes.Add(grown is null
                ? $"{count.Grown} of its calls may be asked with an earlier answer, and the length of the model's context window is not known: they have no bound."
                : $"{count.Grown} of its calls may be asked with an earlier answer: they are taken to fill the model's context window.");
        }

        if (node.Fallbacks.Count > 0)
        {
            notes.Add($"Where its model cannot be reached, {string.Join(", then ", node.Fallbacks)} may be asked: the worst case is that of the dearest, after a call to each other.");
        }

        if (count.IsCut)
        {
            notes.Add($"Its loops and retries could take more calls than the {count.Same + count.Grown} that budget.max_calls gives it: it would be refused then.");
        }

        return notes;
    }
}
