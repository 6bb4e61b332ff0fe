using System.Globalization;
using System.Text.Json;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Models.Prices;
using Binex.Validation.Configuration;

namespace Binex.Cli.Output;

/// <summary>Shows prices: dollars per million tokens.</summary>
internal sealed class PriceListView(CliContext context, Printer printer)
{
    /// <summary>Prints the prices of models whose name has a text in it; returns the exit code.</summary>
    public int Print(PriceBook book, string match)
    {
        var prices = book.ListPrices.Where(price => price.Model.Contains(match, StringComparison.OrdinalIgnoreCase)).ToList();
        if (printer.IsJson)
        {
            PrintJson(book, prices);
            return ExitCodes.Success;
        }

        if (prices.Count == 0)
        {
            context.Console.Out.WriteLine($"no model has '{TerminalText.Sanitize(match)}' in its name");
            return ExitCodes.Success;
        }

        context.Console.Out.Write(TextTable.Of(
            ["model", "provider", "input", "output", "cache read", "cache write", "longest answer"],
            prices.Select(price => new[]
            {
                price.Model + (price.Tiers.Count > 0 ? " *" : ""), price.Provider, Text(price.Rates.Input), Text(price.Rates.Output),
                Text(price.Rates.CacheRead), Text(price.Rates.CacheWrite), price.MaxOutputTokens?.ToString("N0", CultureInfo.InvariantCulture) ?? "",
            })));
        context.Console.Out.WriteLine(
            $"\ndollars per million tokens{(prices.Exists(price => price.Tiers.Count > 0) ? "; * dearer for long requests" : "")}; as of {book.AsOf:yyyy-MM-dd}");
        SayAge(book);
        return ExitCodes.Success;
    }

    /// <summary>Prints all that is known of one price; returns the exit code.</summary>
    /// <param name="book">The prices.</param>
    /// <param name="price">The price.</param>
    /// <param name="isOwn">Whether it is one of the project's own.</param>
    public int Show(PriceBook book, ModelPrice price, bool isOwn)
    {
        if (printer.IsJson)
        {
            PrintJson(book, [price]);
            return ExitCodes.Success;
        }

        var lines = new List<(string Name, string Value)> { ("model", price.Model), ("provider", price.Provider) };
        AddRates(lines, "", price.Rates);
        foreach (var tier in price.Tiers)
        {
            AddRates(lines, $"above {tier.AboveInputTokens:N0} tokens, ", tier.Rates);
        }

        Add("per request", price.PerRequest > 0 ? "$" + Text(price.PerRequest) : "");
        Add("longest request", price.MaxInputTokens is { } input ? $"{input:N0} tokens" : "");
        Add("longest answer", price.MaxOutputTokens is { } output ? $"{output:N0} tokens" : "");
        Add("can do", string.Join(", ", price.Features));
        Add("out of service", price.Deprecated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Add("as of", isOwn ? "" : book.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("source", isOwn ? ConfigurationFile.Name : TerminalText.Sanitize(book.Origin.Source));
        var width = lines.Max(line => line.Name.Length);
        lines.ForEach(line => context.Console.Out.WriteLine($"{line.Name.PadRight(width)}  {line.Value}"));
        if (!isOwn)
        {
            SayAge(book);
        }

        return ExitCodes.Success;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                lines.Add((name, value));
            }
        }
    }

    private static void AddRates(List<(string Name, string Value)> lines, string prefix, PriceRates rates)
    {
        foreach (var (name, rate) in new (string, decimal?)[]
        {
            ("input", rates.Input), ("output", rates.Output), ("cache read", rates.CacheRead), ("cache write", rates.CacheWrite), ("reasoning", rates.Reasoning),
        })
        {
            if (rate is not null)
            {
                lines.Add((prefix + name, $"${Text(rate)} per million"));
            }
        }
    }

    private void PrintJson(PriceBook book, List<ModelPrice> prices) => printer.PrintJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("asOf", book.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("source", book.Origin.Source);
        writer.WriteString("sha256", book.Sha256);
        writer.WriteStartArray("models");
        foreach (var price in prices)
        {
            writer.WriteStartObject();
            writer.WriteString("model", price.Model);
            writer.WriteString("provider", price.Provider);
            WriteRates(writer, price.Rates);
            writer.WriteString("perRequest", Text(price.PerRequest));
            writer.WriteStartArray("tiers");
            foreach (var tier in price.Tiers)
            {
                writer.WriteStartObject();
                writer.WriteNumber("aboveInputTokens", tier.AboveInputTokens);
                WriteRates(writer, tier.Rates);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteLimits(writer, price);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteLimits(Utf8JsonWriter writer, ModelPrice price)
    {
        if (price.MaxInputTokens is { } input)
        {
            writer.WriteNumber("maxInputTokens", input);
        }

        if (price.MaxOutputTokens is { } output)
        {
            writer.WriteNumber("maxOutputTokens", output);
        }

        writer.WriteStartArray("features");
        foreach (var feature in price.Features)
        {
            writer.WriteStringValue(feature);
        }

        writer.WriteEndArray();
        writer.WriteString("deprecated", price.Deprecated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void WriteRates(Utf8JsonWriter writer, PriceRates rates)
    {
        writer.WriteString("input", Text(rates.Input));
        writer.WriteString("output", Text(rates.Output));
        writer.WriteString("cacheRead", rates.CacheRead is { } read ? Text(read) : null);
        writer.WriteString("cacheWrite", rates.CacheWrite is { } write ? Text(write) : null);
        writer.WriteString("reasoning", rates.Reasoning is { } reasoning ? Text(reasoning) : null);
    }

    private void SayAge(PriceBook book)
    {
        if (PriceAge.Notice(book.AsOf, DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime)) is { } notice)
        {
            context.Console.Error.WriteLine($"note: {notice}");
        }
    }

    private static string Text(decimal? rate) => rate?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}
