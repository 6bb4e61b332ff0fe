using Binex.Core.Ledgers;
using Binex.Core.Models;
using Binex.Core.Prices;

namespace Binex.Engine.Calls;

/// <summary>Looks for another model of the same provider to which a call that was refused would fit.</summary>
internal sealed class CheaperModels(IPriceBook prices, ITokenBounds tokens)
{
    /// <summary>The refusal with what would make the call fit.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="request">The call.</param>
    /// <param name="mayShrink">Whether a lower output limit would have done.</param>
    public Refusal Advise(Refusal refusal, ChatRequest request, bool mayShrink)
    {
        var remedy = RefusalRemedy.Of(refusal);
        if (refusal.Metric != RefusedMetric.Cost || prices.Find(request.Model) is not { } asked)
        {
            return refusal with { Remedy = remedy };
        }

        var (best, need) = ((ModelPrice?)null, -1m);
        foreach (var name in prices.Models)
        {
            // The dearest that fits is the nearest to what was wanted; of several, the shortest name is the plain one.
            if (prices.Find(name) is { } other && CanStandInFor(asked, other) && Need(other, request, refusal.Bound, mayShrink) is { } cost && cost <= refusal.Room
                && (cost > need || (cost == need && other.Model.Length < best!.Model.Length)))
            {
                (best, need) = (other, cost);
            }
        }

        return refusal with { Remedy = best is null ? remedy : remedy with { Model = Written(best.Model, request.Model), ModelNeeds = need } };
    }

    private static bool CanStandInFor(ModelPrice asked, ModelPrice other) =>
        other.Provider == asked.Provider && other.Model != asked.Model && other.Deprecated is null
        && (other.Rates.Input < asked.Rates.Input || other.Rates.Output < asked.Rates.Output)
        && asked.Features.All(feature => feature == ModelFeatures.Reasoning || other.Features.Contains(feature));

    private decimal? Need(ModelPrice other, ChatRequest request, CallBound bound, bool mayShrink)
    {
        var least = mayShrink ? bound.MinOutputTokens : bound.MaxOutputTokens;
        var input = tokens.InputTokens(request with { Model = other.Model });
        return least > other.MaxOutputTokens || input > other.MaxInputTokens ? null : Pricing.Bound(other, input, least, least, writesCache: true).Max.Usd;
    }

    // As the user writes the names of this provider's models.
    private static string Written(string model, string asked)
    {
        var slash = asked.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 || model.Contains('/', StringComparison.Ordinal) ? model : $"{asked[..slash]}/{model}";
    }
}
