using System.Text.Json;
using Binex.Core.Prices;

namespace Binex.Models.Prices.Lists;

/// <summary>Collects the entries of a list that can be used. Whatever a list says is hostile until it is checked.</summary>
internal sealed class ListEntries
{
    private const int LongestName = 200;
    private const decimal HighestRate = 1_000_000m;
    private const long MostTokens = 1_000_000_000;

    private readonly Dictionary<string, ModelPrice> _models = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string Reason)> _leftOut = [];

    public PriceList ToList(string form) => new(form, [.. _models.Values], _leftOut);

    public void LeaveOut(string name, string reason) => _leftOut.Add((name, reason));

    /// <summary>Takes a price, if it is one.</summary>
    public void Add(ModelPrice price)
    {
        if (price.Model.Length is 0 or > LongestName || !price.Model.All(IsPlain) || price.Provider.Length > LongestName || !price.Provider.All(IsPlain))
        {
            LeaveOut(price.Model, "its name has characters that names of models do not have");
        }
        else if (Rates(price).Any(rate => rate is < 0 or > HighestRate) || price.PerRequest is < 0 or > HighestRate)
        {
            LeaveOut(price.Model, "a price is below zero or beyond all reason");
        }
        else if (IsZero(price) && !ModelNames.SaysFree(price.Model) && !price.Model.EndsWith("-free", StringComparison.OrdinalIgnoreCase))
        {
            // A list says zero both for what is free and for what it does not know; taking the second for the first would spend without limit.
            LeaveOut(price.Model, "a price of zero that its name does not say to be free");
        }
        else
        {
            _models[price.Model] = price;
        }
    }

    /// <summary>A rate; null when there is none.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="member">Its member.</param>
    /// <param name="times">What a million tokens are, in what the member counts.</param>
    public static decimal? Rate(JsonElement entry, string member, decimal times = 1)
    {
        if (!entry.TryGetProperty(member, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var rate) && Math.Abs(rate) <= HighestRate ? decimal.Round(rate * times, 12)
            : value.ValueKind == JsonValueKind.Null ? null
            : -1;
    }

    /// <summary>A number of tokens; null when there is none that could be one.</summary>
    public static long? Tokens(JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var count) && count is >= 1 and <= MostTokens
            ? (long)count
            : null;

    /// <summary>A text; empty when there is none.</summary>
    public static string Text(JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>The words for what a model can do, of those that hold.</summary>
    public static List<string> Features(JsonElement entry, params ReadOnlySpan<(string Member, string Feature)> features)
    {
        var has = new List<string>();
        foreach (var (member, feature) in features)
        {
            if (entry.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.True)
            {
                has.Add(feature);
            }
        }

        return has;
    }

    private static bool IsPlain(char c) => c is > ' ' and <= '~' and not ('"' or '\\');

    private static IEnumerable<decimal> Rates(ModelPrice price) =>
        price.Tiers.Select(tier => tier.Rates).Append(price.Rates)
            .SelectMany(rates => new[] { rates.Input, rates.Output, rates.CacheRead ?? 0, rates.CacheWrite ?? 0, rates.Reasoning ?? 0 });

    private static bool IsZero(ModelPrice price) => price.Rates.Output == 0 || (price.Rates.Input == 0 && price.PerRequest == 0);
}
