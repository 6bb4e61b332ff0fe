using System.Globalization;
using Binex.Core.Costs;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Reports.Views;

namespace Binex.Reports.Plans;

/// <summary>Numbers of plans as people read them.</summary>
internal static class PlanWords
{
    public const string Unbounded = "unbounded";

    /// <summary>An amount; a bound that is not there says so.</summary>
    public static string Most(Money? money) => money?.ToString() ?? Unbounded;

    public static string Usual(Money? money) => money?.ToString() ?? "unknown";

    public static string Calls(PlanCalls calls) =>
        calls.Max == 0 ? "" : calls.Min == calls.Max ? Words.Count(calls.Max) : $"{Words.Count(calls.Min)} to {Words.Count(calls.Max)}";

    public static string Percent(decimal? share) => share is { } known ? $"{(known * 100).ToString("0.#", CultureInfo.InvariantCulture)} %" : "";

    /// <summary>A change of an amount, with its sign.</summary>
    public static string Growth(Money? growth) => growth switch
    {
        null => "?",
        { Usd: 0 } => "0",
        { Usd: > 0 } more => $"+{more}",
        var less => less.Value.ToString(),
    };

    /// <summary>What runs cost: one figure, or the middle and the spread.</summary>
    public static string Measured(MeasuredCost? cost) => cost switch
    {
        null => "",
        { Runs: 1 } => cost.Median.ToString(),
        _ => $"{cost.Median} ({cost.Min} to {cost.Max}, {cost.Runs} runs)",
    };
}
