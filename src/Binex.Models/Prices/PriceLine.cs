using System.Text;
using System.Text.Json;
using Binex.Core.Prices;

namespace Binex.Models.Prices;

/// <summary>Reads one line of the price file: <c>"name":{…}</c>.</summary>
internal static class PriceLine
{
    /// <summary>The price that a line holds.</summary>
    /// <param name="line">The line, without the comma at its end.</param>
    internal static ModelPrice Read(ReadOnlySpan<byte> line)
    {
        var end = line[1..].IndexOf((byte)'"') + 1;
        var name = Encoding.ASCII.GetString(line[1..end]);
        var entry = JsonElement.Parse(line[(end + 2)..]);
        return new ModelPrice(name, entry.GetProperty("provider").GetString()!, Rates(entry))
        {
            Tiers = entry.TryGetProperty("tiers", out var tiers)
                ? [.. tiers.EnumerateArray().Select(tier => new PriceTier(tier.GetProperty("above").GetInt64(), Rates(tier)))]
                : [],
            PerRequest = Number(entry, "perRequest") ?? 0,
            MaxInputTokens = (long?)Number(entry, "maxInputTokens"),
            MaxOutputTokens = (int?)Number(entry, "maxOutputTokens"),
            Features = entry.TryGetProperty("features", out var features)
                ? [.. features.EnumerateArray().Select(feature => feature.GetString()!)]
                : [],
            Deprecated = entry.TryGetProperty("deprecated", out var day) && DateOnly.TryParse(day.GetString(), out var date) ? date : null,

            // Claude, wherever it is sold, caches what is marked and nothing else.
            CachesOnlyOnRequest = name.Contains("claude", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static PriceRates Rates(JsonElement entry) =>
        new(Number(entry, "input")!.Value, Number(entry, "output")!.Value, Number(entry, "cacheRead"), Number(entry, "cacheWrite"))
        {
            Reasoning = Number(entry, "reasoning"),
        };

    private static decimal? Number(JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) ? value.GetDecimal() : null;
}
