using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Requests;
using Binex.Core.Workflows;

namespace Binex.Engine.Calls;

/// <summary>Says what a call can cost, and what it did cost.</summary>
internal sealed class CallQuotes(IPriceBook prices, ITokenBounds tokens, WorkflowBudget budget)
{
    /// <summary>Whether a provider may bill more than the quote for a model without doing anything wrong: the bound is an estimate, or nobody knows its price.</summary>
    public bool IsEstimate(string model) => tokens.InputShare is not null || prices.Find(model) is null;

    /// <summary>Who bills for a model; the model itself when nobody is known.</summary>
    public string ProviderOf(string model) => ProviderNames.Of(model, prices);

    /// <summary>A request as another model is asked it.</summary>
    public ChatRequest For(string model, ChatRequest request) => FallbackRequest.Of(request, model, prices);

    /// <summary>The wish to make a call, at its worst case.</summary>
    /// <param name="request">The request.</param>
    /// <param name="node">The node that makes it.</param>
    /// <param name="counted">Its tokens by the provider's own count; null where nobody counted.</param>
    /// <exception cref="InvalidOperationException">
    /// The model has no price and the budget does not allow that; the workflow should not have been run.
    /// </exception>
    public ReservationRequest Quote(ChatRequest request, Node node, long? counted = null)
    {
        var price = PriceOf(request.Model);
        var limit = price.MaxOutputTokens is { } most ? Math.Min(request.MaxOutputTokens, most) : request.MaxOutputTokens;
        var bound = Pricing.Bound(price, Math.Min(tokens.InputTokens(request), counted ?? long.MaxValue), limit, node.Model.MinOutputTokens, node.Model.CachePrompt);
        return new ReservationRequest(node.Id, bound, budget.Shrink);
    }

    /// <summary>A refusal with what would make the call fit.</summary>
    public Refusal Advise(Refusal refusal, ChatRequest request) => new CheaperModels(prices, tokens).Advise(refusal, request, budget.Shrink);

    /// <summary>What a call cost by its provider's count.</summary>
    public Money Charge(string model, TokenUsage usage) => Pricing.Charge(PriceOf(model), usage);

    private ModelPrice PriceOf(string model)
    {
        if (prices.Find(model) is { } price)
        {
            return price;
        }

        return budget.AllowUnpriced
            ? new ModelPrice(model, "", new PriceRates(0, 0))
            : throw new InvalidOperationException($"the model {model} has no price; the workflow should have been refused");
    }
}
