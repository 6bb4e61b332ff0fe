using Binex.Core.Prices;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>
/// The calls of a node at their worst. Without fallbacks all go to its model. With them, each execution may ask every model once, and
/// spend all its retries on the dearest.
/// </summary>
internal sealed class WorstCalls(IPriceBook prices, RequestBounds requests)
{
    /// <summary>The calls; null when they have no bound, because a model has no price or a request no length.</summary>
    public List<PlanGroup>? Of(int index, Node node, CallCount count, NodeExecutions executions)
    {
        var worst = new List<PlanGroup>();
        var dearest = new List<int>();
        string[] models = [node.Agent.Target, .. node.Fallbacks];
        foreach (var (calls, isGrown) in (ReadOnlySpan<(long, bool)>)[(count.Same, false), (count.Grown, true)])
        {
            if (calls == 0)
            {
                continue;
            }

            var bounds = models.Select(model => Group(index, node, model, calls, isGrown)).ToList();
            if (bounds.Contains(null))
            {
                return null;
            }

            var most = Enumerable.Range(0, models.Length).MaxBy(model => bounds[model]!.Max);
            dearest.Add(most);
            worst.Add(bounds[most]!);
        }

        for (var i = 0; i < models.Length; i++)
        {
            if (dearest.Exists(most => most != i))
            {
                worst.Add(Group(index, node, models[i], executions.Total, count.Grown > 0)!);
            }
        }

        worst.RemoveAll(group => group.Max == Costs.Money.Zero && prices.Find(group.Bound.Model) is { IsFree: true });
        return worst;
    }

    private PlanGroup? Group(int index, Node node, string model, long calls, bool isGrown)
    {
        if (prices.Find(model) is not { } price)
        {
            return null;
        }

        var limit = OutputLimit.Of(node, price);
        var tokens = requests.Of(index, model);

        // A request that grows by an earlier answer is at most as long as the window, and at least as long as it was.
        var grown = price.MaxInputTokens is { } window ? Math.Max(window, tokens.Known) : (long?)null;
        var length = isGrown ? grown : tokens.Most ?? grown;
        return length is null && !price.IsFree ? null : new PlanGroup(calls, Pricing.Bound(price, length ?? 0, limit, limit, node.Model.CachePrompt));
    }
}
