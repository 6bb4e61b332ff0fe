using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules;

/// <summary>Every model has a price, so that its worst case is known before it is asked, and can give what is asked of it.</summary>
/// <param name="prices">The price book.</param>
internal sealed class PriceRule(IPriceBook prices) : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.ModelPlace is not { } place)
            {
                continue;
            }

            var model = node.Node.Agent.Target;
            if (prices.Find(model) is { } price)
            {
                CheckLimit(node, price, findings);
            }
            else if (!draft.Budget.AllowUnpriced)
            {
                findings.Add(
                    DiagnosticCatalog.UnpricedModel,
                    place.LocationOf(place.Value.Length - model.Length, model.Length),
                    $"the model '{model}' has no price, so its worst case cannot be held against the budget",
                    Spelling.Hint(model, prices.Models) ?? "give it a price in binex.yaml, or write 'unpriced: allow' in the budget");
            }
        }
    }

    private static void CheckLimit(NodeDraft node, ModelPrice price, FindingList findings)
    {
        if (node.Node.Model.MaxTokens > price.MaxOutputTokens && node.Map.Map("config")?["max_tokens"] is { } written)
        {
            findings.Add(
                DiagnosticCatalog.AboveModelLimit,
                written.Location,
                $"'{price.Model}' gives at most {price.MaxOutputTokens:N0} tokens in one answer",
                $"write {price.MaxOutputTokens} or less");
        }
    }
}
