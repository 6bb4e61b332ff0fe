using System.Text.Json;
using Binex.Core.Prices;

namespace Binex.Models.Prices.Lists;

/// <summary>The form of models.dev: an object of providers with their models, prices per million tokens.</summary>
internal static class ModelsDevForm
{
    private const long LongContext = 200_000;

    public static PriceList Read(JsonElement root)
    {
        var entries = new ListEntries();
        foreach (var provider in root.EnumerateObject())
        {
            if (provider.Value.ValueKind != JsonValueKind.Object || !provider.Value.TryGetProperty("models", out var models) || models.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var name = ModelNames.Provider(provider.Name);
            foreach (var model in models.EnumerateObject())
            {
                if (model.Value.ValueKind == JsonValueKind.Object)
                {
                    Add(entries, name, model.Name, model.Value);
                }
            }
        }

        return entries.ToList("models.dev");
    }

    private static void Add(ListEntries entries, string provider, string id, JsonElement entry)
    {
        var name = provider is "openai" or "anthropic" ? id : $"{provider}/{id}";
        if (!entry.TryGetProperty("cost", out var cost) || cost.ValueKind != JsonValueKind.Object || Rates(cost) is not { } rates)
        {
            entries.LeaveOut(name, "it has no price per token");
            return;
        }

        var limit = entry.TryGetProperty("limit", out var limits) && limits.ValueKind == JsonValueKind.Object ? limits : default;
        entries.Add(new ModelPrice(name, provider, rates)
        {
            Tiers = cost.TryGetProperty("context_over_200k", out var above) && above.ValueKind == JsonValueKind.Object && Rates(above) is { } dearer
                ? [new PriceTier(LongContext, dearer)]
                : [],
            MaxInputTokens = limit.ValueKind == JsonValueKind.Object ? ListEntries.Tokens(limit, "context") : null,
            MaxOutputTokens = limit.ValueKind == JsonValueKind.Object ? (int?)ListEntries.Tokens(limit, "output") : null,
            Features = ListEntries.Features(
                entry, ("tool_call", ModelFeatures.Tools), ("attachment", ModelFeatures.Vision), ("structured_output", ModelFeatures.ResponseSchema),
                ("reasoning", ModelFeatures.Reasoning)),
        });
    }

    private static PriceRates? Rates(JsonElement cost) =>
        ListEntries.Rate(cost, "input") is { } input && ListEntries.Rate(cost, "output") is { } output
            ? new PriceRates(input, output, ListEntries.Rate(cost, "cache_read"), ListEntries.Rate(cost, "cache_write")) { Reasoning = ListEntries.Rate(cost, "reasoning") }
            : null;
}
