using Binex.Core.Models;
using Binex.Core.Prices;

namespace Binex.Core.Requests;

/// <summary>Makes the request that another model is asked. The engine sends what comes out; the plan bounds it.</summary>
public static class FallbackRequest
{
    /// <summary>
    /// A request as another model is asked it. What is meant for one provider, its address, its key and its own members, does not go to another.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="model">The model that is asked instead; the request itself where it is the same.</param>
    /// <param name="prices">Says whose a model is.</param>
    public static ChatRequest Of(ChatRequest request, string model, IPriceBook prices) => model == request.Model ? request
        : string.Equals(ProviderNames.Of(model, prices), ProviderNames.Of(request.Model, prices), StringComparison.OrdinalIgnoreCase) ? request with { Model = model }
        : request with { Model = model, ApiBase = null, ApiKey = null, Extra = null };
}
