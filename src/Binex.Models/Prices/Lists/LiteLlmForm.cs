using System.Globalization;
using System.Text.Json;
using Binex.Core.Prices;

namespace Binex.Models.Prices.Lists;

/// <summary>The form of LiteLLM's list: an object of models, prices per token.</summary>
internal static class LiteLlmForm
{
    private const string Above = "input_cost_per_token_above_";
    private const string Thousands = "k_tokens";

    public static PriceList Read(JsonElement root)
    {
        var entries = new ListEntries();
        foreach (var model in root.EnumerateObject())
        {
            if (model.Name == "sample_spec" || model.Value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (ListEntries.Text(model.Value, "mode") is not ("" or "chat" or "completion" or "responses"))
            {
                continue;
            }

            if (Rates(model.Value, "") is { } rates)
            {
                entries.Add(Price(model.Name, model.Value, rates));
            }
            else
            {
                entries.LeaveOut(model.Name, "it has no price per token");
            }
        }

        return entries.ToList("litellm");
    }

    private static ModelPrice Price(string name, JsonElement entry, PriceRates rates) => new(name, ListEntries.Text(entry, "litellm_provider"), rates)
    {
        Tiers = Tiers(entry, rates),
        PerRequest = ListEntries.Rate(entry, "input_cost_per_request") ?? 0,
        MaxInputTokens = ListEntries.Tokens(entry, "max_input_tokens"),
        MaxOutputTokens = (int?)ListEntries.Tokens(entry, "max_output_tokens"),
        Features = ListEntries.Features(
            entry, ("supports_function_calling", ModelFeatures.Tools), ("supports_vision", ModelFeatures.Vision), ("supports_response_schema", ModelFeatures.ResponseSchema),
            ("supports_prompt_caching", ModelFeatures.PromptCaching), ("supports_reasoning", ModelFeatures.Reasoning)),
        Deprecated = DateOnly.TryParseExact(ListEntries.Text(entry, "deprecation_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };

    private static PriceRates? Rates(JsonElement entry, string suffix)
    {
        var input = ListEntries.Rate(entry, "input_cost_per_token" + suffix, Pricing.PerTokens);
        var output = ListEntries.Rate(entry, "output_cost_per_token" + suffix, Pricing.PerTokens);
        return input is null || output is null ? null : new PriceRates(
            input.Value, output.Value, ListEntries.Rate(entry, "cache_read_input_token_cost" + suffix, Pricing.PerTokens), CacheWrite(entry, suffix, input.Value))
        {
            Reasoning = ListEntries.Rate(entry, "output_cost_per_reasoning_token" + suffix, Pricing.PerTokens),
        };
    }

    // Where a list says less than the price of reading the same tokens it means the price of storage; charging by it would count too little.
    private static decimal? CacheWrite(JsonElement entry, string suffix, decimal input) =>
        ListEntries.Rate(entry, "cache_creation_input_token_cost" + suffix, Pricing.PerTokens) is { } write && (write >= input || write < 0) ? write : null;

    private static List<PriceTier> Tiers(JsonElement entry, PriceRates basic)
    {
        var tiers = new List<PriceTier>();
        foreach (var member in entry.EnumerateObject())
        {
            if (member.Name.StartsWith(Above, StringComparison.Ordinal) && member.Name.EndsWith(Thousands, StringComparison.Ordinal)
                && int.TryParse(member.Name[Above.Length..^Thousands.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var thousands) && thousands is > 0 and < 1_000_000)
            {
                var suffix = $"_above_{thousands}{Thousands}";
                var input = ListEntries.Rate(entry, "input_cost_per_token" + suffix, Pricing.PerTokens) ?? basic.Input;
                var output = ListEntries.Rate(entry, "output_cost_per_token" + suffix, Pricing.PerTokens) ?? basic.Output;
                tiers.Add(new PriceTier(thousands * 1_000L, new PriceRates(
                    input, output, ListEntries.Rate(entry, "cache_read_input_token_cost" + suffix, Pricing.PerTokens), CacheWrite(entry, suffix, input))));
            }
        }

        return [.. tiers.OrderBy(tier => tier.AboveInputTokens)];
    }
}
