using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Models;
using Binex.Core.Plans;
using Binex.Core.Prices;
using Binex.Core.Workflows;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Money;

/// <summary>
/// Says how much a run can cost where its budget is less, by the plan of it. Nothing is said where a prompt is made of answers: the
/// plan takes such a request to fill the model's window, and a number made so would stand above nearly every budget.
/// </summary>
/// <param name="prices">The price book.</param>
/// <param name="tokens">Bounds of tokens.</param>
internal sealed class WorstCaseRule(IPriceBook prices, ITokenBounds tokens) : IRule
{
    // What makes calls that the plan does not count.
    private static readonly string[] NotPlanned = ["foreach", "pattern", "type", "tools", "assertions", "back_edge"];

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (draft.Budget is not { Policy: BudgetPolicy.Stop, Caps.MaxCost: { } budget } || BudgetPlaces.Of(draft.Root) is not { } place
            || !draft.HasCountableLoops || !draft.Nodes.All(node => IsKnown(draft, node)))
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
                "'dotnet binex plan' shows what each node can cost");
        }
    }

    private bool IsKnown(WorkflowDraft draft, NodeDraft node)
    {
        if (Array.Exists(NotPlanned, key => node.Map?[key] is not null))
        {
            return false;
        }

        return !node.Node.Agent.IsModel || prices.Find(node.Node.Agent.Target) is { IsFree: true }
            || (node.Node is { Prompt: { } prompt, OutputSchema: null, Outputs.Count: 1 }
                && prompt.References.Concat(node.Node.SystemPrompt?.References ?? []).All(reference => IsKnown(draft, reference)));
    }

    private static bool IsKnown(WorkflowDraft draft, Reference reference) => reference.Root == ReferenceRoot.User
        && draft.Variables.Any(variable => variable.Name == reference.Name && variable.Default is not null);
}
