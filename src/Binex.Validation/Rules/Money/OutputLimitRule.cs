using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Rules.Models;

namespace Binex.Validation.Rules.Money;

/// <summary>What an answer of an expensive model may cost is a decision of the author.</summary>
/// <param name="prices">The price book.</param>
internal sealed class OutputLimitRule(IPriceBook prices) : IRule
{
    private const decimal Expensive = 0.10m;

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (draft.Defaults.MaxTokens is not null)
        {
            return;
        }

        foreach (var node in draft.Nodes)
        {
            if (node is { ModelPlace: { } place, Node.Model.MaxTokens: null } && prices.Find(node.Node.Agent.Target) is { } price)
            {
                Check(new ModelUse(node, place), price, findings);
            }
        }
    }

    private static void Check(ModelUse use, ModelPrice price, FindingList findings)
    {
        var limit = Math.Min(ModelSettings.DefaultMaxTokens, price.MaxOutputTokens ?? ModelSettings.DefaultMaxTokens);
        var answer = Pricing.Bound(price, 0, limit, limit, writesCache: false).Max;
        if (answer.Usd >= Expensive)
        {
            findings.Add(
                DiagnosticCatalog.NoOutputLimit,
                use.Location,
                $"an answer of '{use.Model}' may have {limit:N0} tokens, which cost {answer}, because no 'max_tokens' is written",
                "write what the answer needs: config: { max_tokens: … }");
        }
    }
}
