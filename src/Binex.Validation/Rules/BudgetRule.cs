using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules;

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
            if (node.Node.Budget?.MaxCost is { } own && draft.Budget.Caps.MaxCost is { } total && own > total)
            {
                var written = node.Map!.Entry("budget")!;
                var place = (written.Value as MappingNode)?["max_cost"] ?? written.Value;
                findings.Add(
                    DiagnosticCatalog.NodeBudgetAboveRun,
                    place.Location,
                    $"'{node.Id}' may spend {own}, but the whole run {total}{(draft.Budget.IsWritten ? "" : " (no budget is written)")}",
                    "raise the budget of the workflow, or lower this one");
            }
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
