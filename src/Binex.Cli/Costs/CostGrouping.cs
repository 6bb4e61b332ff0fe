using System.Globalization;
using Binex.Core.Costs;

namespace Binex.Cli.Costs;

/// <summary>Adds up what calls cost, by what the user wants to see.</summary>
internal static class CostGrouping
{
    /// <summary>What costs can be grouped by.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["workflow", "node", "model", "day"];

    /// <summary>The sums, the dearest first; days in their order.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="by">One of <see cref="Keys"/>.</param>
    /// <param name="other">What a call would have cost at other prices; null for no such column.</param>
    public static IReadOnlyList<CostRow> By(IEnumerable<PaidCall> calls, string by, Func<PaidCall, Money>? other = null)
    {
        var rows = calls.GroupBy(call => KeyOf(call, by), StringComparer.Ordinal).Select(group => Row(group.Key, [.. group], other));
        return by == "day"
            ? [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal)]
            : [.. rows.OrderByDescending(row => row.Cost).ThenBy(row => row.Key, StringComparer.Ordinal)];
    }

    /// <summary>The sum of all.</summary>
    public static CostRow Total(IEnumerable<PaidCall> calls, Func<PaidCall, Money>? other = null) => Row("total", [.. calls], other);

    private static CostRow Row(string key, List<PaidCall> calls, Func<PaidCall, Money>? other) => new(key)
    {
        Runs = calls.Select(call => call.Run.Id).Distinct().Count(),
        Calls = calls.Count,
        InputTokens = calls.Sum(call => call.Charge.Usage?.Input ?? 0),
        OutputTokens = calls.Sum(call => call.Charge.Usage?.Output ?? 0),
        Cost = calls.Aggregate(Money.Zero, (sum, call) => sum + call.Charge.Cost),
        Other = other is null ? null : calls.Aggregate(Money.Zero, (sum, call) => sum + other(call)),
    };

    private static string KeyOf(PaidCall call, string by) => by switch
    {
        "model" => call.Charge.Model,
        "node" => $"{call.Run.Workflow}/{call.Charge.Node}",
        "day" => call.Charge.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => call.Run.Workflow,
    };
}
