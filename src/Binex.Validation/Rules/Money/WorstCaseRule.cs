using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Models;
using Binex.Core.Plans;
using Binex.Core.Prices;
using Binex.Core.Workflows;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Money;

/// <summary>Says how much a run can cost where its budget is less, by the plan of it.</summary>
/// <param name="prices">The price book.</param>
/// <param name="tokens">Bounds of tokens.</param>
internal sealed class WorstCaseRule(IPriceBook prices, ITokenBounds tokens) : IRule
{
    // What makes calls that the plan does not count.
    private static readonly string[] NotPlanned = ["foreach", "pattern", "type", "tools", "fallbacks", "assertions"];

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (findings.HasErrors || draft.Budget is not { Policy: BudgetPolicy.Stop, Caps.MaxCost: { } budget } || BudgetPlaces.Of(draft.Root) is not { } place
            || draft.Nodes.Any(node => NotPlanned.Any(key => node.Map?[key] is not null)))
        {
            return;
        }

        var plan = PlanBuilder.Build(draft.ToWorkflow(), prices, tokens, new Dictionary<string, JsonElement>());
        if (plan.Bounds.Max is { } most && most > budget)
        {
            findings.Add(
                DiagnosticCatalog.BudgetBelowWorstCase,
                place.Location,
                $"the run can cost up to {most}, and its budget of {budget} may stop it before its end",
                "'run --dry-run' shows what each node can cost");
        }
    }
}
