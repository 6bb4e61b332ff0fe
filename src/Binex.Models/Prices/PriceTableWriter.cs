using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Prices;

namespace Binex.Models.Prices;

/// <summary>Writes price tables as <see cref="PriceTable"/> reads them: one model a line, sorted by lower-case name.</summary>
internal static class PriceTableWriter
{
    /// <summary>A table.</summary>
    /// <param name="origin">Where the prices come from.</param>
    /// <param name="models">The prices; of several with one name the last holds.</param>
    public static byte[] Write(PriceOrigin origin, IEnumerable<ModelPrice> models)
    {
        var lines = new SortedDictionary<string, ModelPrice>(StringComparer.Ordinal);
        foreach (var model in models)
        {
            lines[model.Model.ToLowerInvariant()] = model;
        }

        var body = string.Join(",\n", lines.Values.Select(model => $"\"{model.Model}\":{Json(writer => Write(writer, model))}")) + "\n}}\n";
        var header = Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("asOf", origin.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteString("source", origin.Source);
            writer.WriteString("from", origin.From);
            writer.WriteString("listSha256", origin.ListSha256);
            writer.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
            writer.WriteEndObject();
        });
        return Encoding.UTF8.GetBytes($"{header[..^1]},\"models\":{{\n{body}");
    }

    private static void Write(Utf8JsonWriter writer, ModelPrice price)
    {
        writer.WriteStartObject();
        writer.WriteString("provider", price.Provider);
        WriteRates(writer, price.Rates);
        if (price.PerRequest > 0)
        {
            writer.WriteNumber("perRequest", price.PerRequest);
        }

        if (price.Tiers.Count > 0)
        {
            writer.WriteStartArray("tiers");
            foreach (var tier in price.Tiers)
            {
                writer.WriteStartObject();
                writer.WriteNumber("above", tier.AboveInputTokens);
                WriteRates(writer, tier.Rates);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        WriteIf(writer, "maxInputTokens", price.MaxInputTokens);
        WriteIf(writer, "maxOutputTokens", price.MaxOutputTokens);
        if (price.Features.Count > 0)
        {
            writer.WriteStartArray("features");
            foreach (var feature in price.Features)
            {
                writer.WriteStringValue(feature);
            }

            writer.WriteEndArray();
        }

        if (price.Deprecated is { } day)
        {
            writer.WriteString("deprecated", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        writer.WriteEndObject();
    }

    private static void WriteRates(Utf8JsonWriter writer, PriceRates rates)
    {
        writer.WriteNumber("input", rates.Input);
        writer.WriteNumber("output", rates.Output);
        WriteIf(writer, "cacheRead", rates.CacheRead);
        WriteIf(writer, "cacheWrite", rates.CacheWrite);
        WriteIf(writer, "reasoning", rates.Reasoning);
    }

    private static void WriteIf(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.WriterOptions))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
