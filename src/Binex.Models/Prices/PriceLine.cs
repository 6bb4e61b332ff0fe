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
            Tiers = Tiers(entry),
            PerRequest = Number(entry, "perRequest") ?? 0,
            MaxInputTokens = (long?)Number(entry, "maxInputTokens"),
            MaxOutputTokens = (int?)Number(entry, "maxOutputTokens"),
            Features = Features(entry),
            Deprecated = entry.TryGetProperty("deprecated", out var day) && DateOnly.TryParse(day.GetString(), out var date) ? date : null,

            // Claude, wherever it is sold, caches what is marked and nothing else.
            CachesOnlyOnRequest = name.Contains("claude", StringComparison.OrdinalIgnoreCase),
        };
    }

    // Loops, because a query over a list of structs is compiled anew in every process, and a start must not wait for it.
    private static List<PriceTier> Tiers(JsonElement entry)
    {
        var tiers = new List<PriceTier>();
        if (entry.TryGetProperty("tiers", out var list))
        {
            foreach (var tier in list.EnumerateArray())
            {
                tiers.Add(new PriceTier(tier.GetProperty("above").GetInt64(), Rates(tier)));
            }
        }

        return tiers;
    }

    private static List<string> Features(JsonElement entry)
    {
        var features = new List<string>();
        if (entry.TryGetProperty("features", out var list))
        {
            foreach (var feature in list.EnumerateArray())
            {
                features.Add(feature.GetString()!);
            }
        }

        return features;
    }

    private static PriceRates Rates(JsonElement entry) =>
        new(entry.GetProperty("input").GetDecimal(), entry.GetProperty("output").GetDecimal(), Number(entry, "cacheRead"), Number(entry, "cacheWrite"))
        {
            Reasoning = Number(entry, "reasoning"),
        };

    private static decimal? Number(JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) ? value.GetDecimal() : null;
}
