using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Money;

/// <summary>Budgets can take effect, and mean US dollars.</summary>
internal sealed class BudgetRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        CheckCurrency(draft.Root, findings);
        foreach (var node in draft.Nodes)
        {
            CheckCurrency(node.Map, findings);
        }

        if (draft.Budget.Caps.MaxCost is { } total)
        {
            CheckNodes(draft, total, findings);
        }
    }

    private static void CheckNodes(WorkflowDraft draft, Core.Costs.Money total, FindingList findings)
    {
        var sum = Core.Costs.Money.Zero;
        var count = 0;
        var isOneAbove = false;
        foreach (var node in draft.Nodes)
        {
            if (node.Node.Budget?.MaxCost is not { } own)
            {
                continue;
            }

            if (own > total)
            {
                findings.Add(
                    DiagnosticCatalog.NodeBudgetAboveRun,
                    BudgetPlaces.Of(node.Map)!.Location,
                    $"'{node.Id}' may spend {own}, but the whole run {total}{(draft.Budget.IsWritten ? "" : " (no budget is written)")}",
                    "raise the budget of the workflow, or lower this one");
                isOneAbove = true;
            }

            sum += own;
            count++;
        }

        if (!isOneAbove && sum > total && BudgetPlaces.Of(draft.Root) is { } place)
        {
            findings.Add(
                DiagnosticCatalog.NodeBudgetsAboveRun,
                place.Location,
                $"the budgets of {count} nodes add up to {sum}, but the whole run may spend {total}",
                "the run stops when its own budget is spent, even if nodes have some left");
        }
    }

    private static void CheckCurrency(MappingNode? map, FindingList findings)
    {
        if (map.Map("budget").Text("currency") is { } currency && !currency.Value.Equals("USD", StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(
                DiagnosticCatalog.ForeignCurrency,
                currency.Location,
                $"amounts are taken as US dollars, not as {currency.Value}; nothing is converted",
                "convert the amount, and leave 'currency' out");
        }
    }
}
