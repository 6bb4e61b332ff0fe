using Binex.Core.Costs;
using Binex.Core.Prices;

namespace Binex.Core.Plans;

/// <summary>Puts what past runs took in the place of rules of thumb.</summary>
internal static class Expectation
{
    /// <summary>The plan of a node by what it took before; the same plan where there is nothing to go by.</summary>
    public static NodePlan By(NodeHistory? past, NodePlan plan, IPriceBook prices)
    {
        if (past is null || plan.Model is null || prices.Find(plan.Model) is not { } price)
        {
            return plan;
        }

        var output = Math.Clamp(past.OutputTokens, plan.Output.Min, plan.Output.Max ?? long.MaxValue);
        var input = Math.Clamp(past.InputTokens, plan.Input.Min, plan.Input.Max ?? long.MaxValue);
        var calls = Math.Clamp(past.Calls, plan.Calls.Min, plan.Calls.Max);
        var isSame = past.Model == plan.Model && output == past.OutputTokens;
        // With another model or limit the tokens of before are taken at the prices of now.
        var cost = isSame ? past.Cost : Pricing.Charge(price with { PerRequest = price.PerRequest * calls }, new TokenUsage(input, output));
        var least = Money.Max(cost, plan.Bounds.Min);
        return plan with
        {
            Bounds = plan.Bounds with
            {
                Expected = plan.Bounds.Max is { } max ? Money.Min(least, max) : least,
                Basis = $"the median of {past.Runs} past {(past.Runs == 1 ? "run" : "runs")}" + (isSame ? "" : ", its tokens at today's prices"),
            },
            Calls = plan.Calls with { Expected = calls },
            Input = plan.Input with { Expected = input },
            Output = plan.Output with { Expected = output },
        };
    }
}
