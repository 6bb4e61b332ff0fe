using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Models;

/// <summary>Every model has a price, so that its worst case is known before it is asked, and can give what is asked of it.</summary>
/// <param name="prices">The price book.</param>
internal sealed class PriceRule(IPriceBook prices) : IRule
{
    private readonly ModelHints _hints = new(prices);

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var use in ModelUse.Of(draft))
        {
            if (prices.Find(use.Model) is { } price)
            {
                CheckLimit(use, price, findings);
            }
            else if (!draft.Budget.AllowUnpriced)
            {
                findings.Add(
                    DiagnosticCatalog.UnpricedModel,
                    use.Location,
                    $"the model '{use.Model}' has no price, so its worst case cannot be held against the budget",
                    _hints.Of(use.Model) ?? "give it a price in binex.yaml, or write 'unpriced: allow' in the budget");
            }
            else if (!use.IsElsewhere && _hints.Of(use.Model) is { } hint)
            {
                findings.Add(DiagnosticCatalog.UnknownModel, use.Location, $"the model '{use.Model}' is not in the price book", hint);
            }
        }
    }

    private static void CheckLimit(ModelUse use, ModelPrice price, FindingList findings)
    {
        if (use.Place == use.Node.ModelPlace && use.Node.Node.Model.MaxTokens > price.MaxOutputTokens
            && use.Node.Map.Map("config")?["max_tokens"] is { } written)
        {
            findings.Add(
                DiagnosticCatalog.AboveModelLimit,
                written.Location,
                $"'{price.Model}' gives at most {price.MaxOutputTokens:N0} tokens in one answer",
                $"write {price.MaxOutputTokens} or less");
        }
    }
}
