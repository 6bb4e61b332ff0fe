using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Engine.Calls;

/// <summary>Opens the ledger of a run: the caps of its workflow, and what earlier processes have spent.</summary>
internal static class RunLedger
{
    public static Ledger Open(Workflow workflow, IPriceBook prices, RunState state)
    {
        var budget = workflow.Budget;
        var holds = budget.Policy == BudgetPolicy.Stop;
        var groups = !holds ? GroupCaps.None : new GroupCaps
        {
            Models = ByPricedName(budget.Models, prices),
            Tags = budget.Tags.ToDictionary(tag => tag.Key, tag => CapOf(tag.Value, tag.Value.MaxCalls, holds)),
            TagsOf = id => workflow[id].Tags,
        };
        var ledger = new Ledger(
            CapOf(budget.Caps, budget.CallsOfRun, holds),
            id => CapOf(workflow[id].Budget ?? new BudgetCaps(), budget.CallsOfNode(workflow[id]), holds),
            groups);
        foreach (var ((node, model), spent) in state.SpentByNodeAndModel)
        {
            ledger.Restore(node, model, spent);
        }

        // The opening charges them in full.
        foreach (var hold in state.OpenHolds)
        {
            ledger.Restore(hold.Node, hold.Bound.Model, hold.Held);
        }

        return ledger;
    }

    // Calls are held under the name that the price book has for a model, however it is written. Two ways to write one model: both caps hold.
    private static Dictionary<string, Cap> ByPricedName(IReadOnlyDictionary<string, BudgetCaps> models, IPriceBook prices)
    {
        var caps = new Dictionary<string, Cap>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, limits) in models)
        {
            var priced = prices.Find(name)?.Model ?? name;
            var cap = CapOf(limits, limits.MaxCalls, holds: true);
            caps[priced] = caps.TryGetValue(priced, out var other) ? cap.With(other) : cap;
        }

        return caps;
    }

    private static Cap CapOf(BudgetCaps caps, int? calls, bool holds) => new()
    {
        Cost = holds ? caps.MaxCost : null,
        Tokens = holds ? caps.MaxTokens : null,
        Calls = calls,
    };
}
