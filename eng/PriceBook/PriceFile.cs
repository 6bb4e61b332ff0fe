using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PriceBook;

/// <summary>
/// Writes the price book: valid JSON with one model a line, sorted by name without case, so that a reader finds a model by
/// binary search over the bytes and parses its line alone.
/// </summary>
internal static class PriceFile
{
    private static readonly string[] Rates = ["input", "output", "cacheRead", "cacheWrite", "reasoning"];

    internal static (byte[] Bytes, int Written, IReadOnlyList<string> Left) Make(JsonElement list)
    {
        var lines = new List<string>();
        var left = new List<string>();
        foreach (var model in list.GetProperty("models").EnumerateObject().OrderBy(model => model.Name.ToLowerInvariant(), StringComparer.Ordinal))
        {
            if (!model.Name.All(c => c is > ' ' and <= '~' and not '"' and not '\\'))
            {
                throw new InvalidDataException($"'{model.Name}' has characters that the reader does not expect");
            }

            if (HasZero(model.Value) && !ZeroPrices.IsMeant(model.Name))
            {
                left.Add(model.Name);
                continue;
            }

            lines.Add($"\"{model.Name}\":{Entry(model.Value)}");
        }

        var text = new StringBuilder()
            .Append("{\"asOf\":").Append(list.GetProperty("asOf").GetRawText())
            .Append(",\"source\":").Append(JsonSerializer.Serialize(list.GetProperty("source").GetString(), Relaxed))
            .Append(",\"models\":{\n").AppendJoin(",\n", lines).Append("\n}}\n");
        return (Encoding.UTF8.GetBytes(text.ToString()), lines.Count, left);
    }

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Entry(JsonElement model)
    {
        var members = new List<string> { $"\"provider\":{model.GetProperty("provider").GetRawText()}" };
        members.AddRange(RateMembers(model));
        if (model.TryGetProperty("perRequest", out var perRequest))
        {
            members.Add($"\"perRequest\":{Number(perRequest)}");
        }

        if (model.TryGetProperty("tiers", out var tiers))
        {
            var parts = tiers.EnumerateArray().OrderBy(Above).Select(tier =>
                $"{{\"above\":{Above(tier)},{string.Join(',', RateMembers(tier))}}}");
            members.Add($"\"tiers\":[{string.Join(',', parts)}]");
        }

        foreach (var name in new[] { "maxInputTokens", "maxOutputTokens" })
        {
            if (model.TryGetProperty(name, out var limit))
            {
                members.Add($"\"{name}\":{limit.GetInt64()}");
            }
        }

        foreach (var name in new[] { "features", "deprecated" })
        {
            if (model.TryGetProperty(name, out var value))
            {
                members.Add($"\"{name}\":{JsonSerializer.Serialize(value)}");
            }
        }

        return $"{{{string.Join(',', members)}}}";
    }

    private static IEnumerable<string> RateMembers(JsonElement rates)
    {
        foreach (var name in Rates)
        {
            if (rates.TryGetProperty(name, out var rate) && !IsImpossibleCacheWrite(name, rate, rates))
            {
                yield return $"\"{name}\":{Number(rate)}";
            }
        }
    }

    /// <summary>
    /// No provider sells writing to its cache below the price of reading the same tokens: where a list says so it means the price
    /// of storage, or of reading the cache, and charging by it would count too little.
    /// </summary>
    private static bool IsImpossibleCacheWrite(string name, JsonElement rate, JsonElement rates) =>
        name == "cacheWrite" && Amount(rate) < Amount(rates.GetProperty("input"));

    private static bool HasZero(JsonElement model) =>
        Amount(model.GetProperty("output")) == 0
        || (Amount(model.GetProperty("input")) == 0 && !model.TryGetProperty("perRequest", out _));

    private static long Above(JsonElement tier) => tier.GetProperty("aboveInputTokens").GetInt64();

    private static string Number(JsonElement value)
    {
        var amount = Amount(value);
        return amount < 0 ? throw new InvalidDataException("a price below zero") : amount.ToString(CultureInfo.InvariantCulture);
    }

    private static decimal Amount(JsonElement value) =>
        decimal.Parse(value.GetString()!, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
