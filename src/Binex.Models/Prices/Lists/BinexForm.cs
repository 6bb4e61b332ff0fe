using System.Text.Json;
using Binex.Core.Prices;

namespace Binex.Models.Prices.Lists;

/// <summary>The plain form, as in <c>binex.yaml</c>: an object of models, <c>{"input": 1.10, "output": 4.40}</c> per million tokens.</summary>
internal static class BinexForm
{
    public static PriceList Read(JsonElement root)
    {
        var entries = new ListEntries();
        foreach (var model in root.EnumerateObject())
        {
            var entry = model.Value;
            if (entry.ValueKind != JsonValueKind.Object || ListEntries.Rate(entry, "input") is not { } input || ListEntries.Rate(entry, "output") is not { } output)
            {
                entries.LeaveOut(model.Name, "it has no price per token");
                continue;
            }

            var provider = ListEntries.Text(entry, "provider");
            entries.Add(new ModelPrice(
                model.Name, provider.Length > 0 ? provider : ModelNames.Split(model.Name).Provider is { } prefix ? ModelNames.Provider(prefix) : "",
                new PriceRates(input, output, ListEntries.Rate(entry, "cache_read"), ListEntries.Rate(entry, "cache_write")) { Reasoning = ListEntries.Rate(entry, "reasoning") })
            {
                PerRequest = ListEntries.Rate(entry, "per_request") ?? 0,
                MaxInputTokens = ListEntries.Tokens(entry, "max_input_tokens"),
                MaxOutputTokens = (int?)ListEntries.Tokens(entry, "max_output_tokens"),
            });
        }

        return entries.ToList("binex");
    }
}
