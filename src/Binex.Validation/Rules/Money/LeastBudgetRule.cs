using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Text;
using Binex.Core.Workflows;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Money;

/// <summary>
/// A call that every run makes fits its budget, if only with the lowest output limit. What is asked is at least the text that is
/// written; whatever references add makes it dearer.
/// </summary>
/// <param name="prices">The price book.</param>
/// <param name="tokens">Bounds of tokens, by which the call will be reserved.</param>
internal sealed class LeastBudgetRule(IPriceBook prices, ITokenBounds tokens) : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (draft.Budget.Policy != BudgetPolicy.Stop)
        {
            return;
        }

        var isToldOfRun = false;
        foreach (var node in draft.Nodes)
        {
            if (node is not { ModelPlace: { } model, Node: { When: null, SkipPropagation: false, ContinueOnError: false } }
                || prices.Find(node.Node.Agent.Target) is not { IsFree: false } price)
            {
                continue;
            }

            var least = LeastOf(node.Node, price, draft.Budget.Shrink);
            if (node.Node.Budget?.MaxCost is { } own && least > own)
            {
                Report(node, least, $"its budget of {own}", BudgetPlaces.Of(node.Map)!.Location, findings);
            }
            else if (!isToldOfRun && draft.Budget.Caps.MaxCost is { } total && least > total)
            {
                isToldOfRun = true;
                Report(node, least, $"the budget of {total}", (BudgetPlaces.Of(draft.Root) ?? model).Location, findings);
            }
        }
    }

    private Core.Costs.Money LeastOf(Node node, ModelPrice price, bool shrinks)
    {
        var wanted = node.Model.MaxTokens ?? node.Model.FallbackMaxTokens;
        var limit = Math.Min(wanted, price.MaxOutputTokens ?? wanted);
        var messages = new List<ChatMessage> { new(ChatRole.User, Written(node.Prompt)) };
        if (Written(node.SystemPrompt) is { Length: > 0 } system)
        {
            messages.Insert(0, new ChatMessage(ChatRole.System, system));
        }

        var bound = Pricing.Bound(
            price, tokens.InputTokens(new ChatRequest(node.Agent.Target, messages, limit)), limit, node.Model.MinOutputTokens, node.Model.CachePrompt);
        return bound.CostWith(shrinks ? bound.MinOutputTokens : limit);
    }

    private static void Report(NodeDraft node, Core.Costs.Money least, string budget, SourceLocation place, FindingList findings) => findings.Add(
        DiagnosticCatalog.BudgetBelowMinimum,
        place,
        $"the call of '{node.Id}' must hold at least {least}, which does not fit {budget}, so it is refused",
        "raise the budget, lower 'max_tokens' and 'min_output_tokens', or name a cheaper model",
        [new RelatedPlace($"'{node.Id}' is defined here", node.Key.Location)]);

    private static string Written(TextTemplate? template) => template is null ? "" : string.Concat(template.Segments.Select(segment => segment.Literal));
}
