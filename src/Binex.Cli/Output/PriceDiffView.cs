using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Models.Prices;
using Binex.Models.Prices.Lists;

namespace Binex.Cli.Output;

/// <summary>Says what a newer list of prices changes.</summary>
internal sealed class PriceDiffView(CliContext context, Printer printer)
{
    private const int MostLines = 40;

    /// <summary>Prints the differences; returns the exit code.</summary>
    /// <param name="before">The prices as they were.</param>
    /// <param name="after">The prices as they are.</param>
    /// <param name="list">The list that was taken.</param>
    /// <param name="written">Where they were written; null where they were not.</param>
    public int Print(PriceBook before, PriceBook after, PriceList list, string? written = null)
    {
        var old = before.ListPrices.ToDictionary(price => price.Model, StringComparer.OrdinalIgnoreCase);
        var added = new List<string>();
        var changed = new List<(string Model, PriceRates Before, PriceRates After)>();
        foreach (var price in after.ListPrices)
        {
            if (!old.TryGetValue(price.Model, out var was))
            {
                added.Add(price.Model);
            }
            else if (was.Rates != price.Rates || was.PerRequest != price.PerRequest || !was.Tiers.SequenceEqual(price.Tiers))
            {
                changed.Add((price.Model, was.Rates, price.Rates));
            }
        }

        if (printer.IsJson)
        {
            PrintJson(added, changed, list, written);
        }
        else
        {
            PrintText(added, changed, list, written);
        }

        return ExitCodes.Success;
    }

    private void PrintText(List<string> added, List<(string Model, PriceRates Before, PriceRates After)> changed, PriceList list, string? written)
    {
        var console = context.Console.Out;
        if (changed.Count > 0)
        {
            console.Write(TextTable.Of(
                ["model", "input", "", "output", ""],
                changed.Take(MostLines).Select(price => new[]
                {
                    price.Model, $"{price.Before.Input:0.######}", $"-> {price.After.Input:0.######}", $"{price.Before.Output:0.######}", $"-> {price.After.Output:0.######}",
                })));
            SayMore(changed.Count);
        }

        foreach (var model in added.Take(MostLines))
        {
            console.WriteLine($"new: {model}");
        }

        SayMore(added.Count);
        foreach (var (name, reason) in list.LeftOut.Take(MostLines))
        {
            console.WriteLine($"left out: {TerminalText.Sanitize(name)} ({reason})");
        }

        SayMore(list.LeftOut.Count);
        console.WriteLine($"{list.Models.Count} prices in the form of {list.Form}: {changed.Count} differ, {added.Count} are new, {list.LeftOut.Count} were left out");
        if (written is not null)
        {
            console.WriteLine($"written to {written}");
        }

        void SayMore(int count)
        {
            if (count > MostLines)
            {
                console.WriteLine($"... and {count - MostLines} more");
            }
        }
    }

    private void PrintJson(List<string> added, List<(string Model, PriceRates Before, PriceRates After)> changed, PriceList list, string? written) => printer.PrintJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("form", list.Form);
        writer.WriteNumber("prices", list.Models.Count);
        writer.WriteStartArray("added");
        added.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
        writer.WriteStartArray("changed");
        foreach (var (model, was, now) in changed)
        {
            writer.WriteStartObject();
            writer.WriteString("model", model);
            writer.WriteString("inputBefore", $"{was.Input:0.############}");
            writer.WriteString("input", $"{now.Input:0.############}");
            writer.WriteString("outputBefore", $"{was.Output:0.############}");
            writer.WriteString("output", $"{now.Output:0.############}");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("leftOut");
        foreach (var (name, reason) in list.LeftOut)
        {
            writer.WriteStartObject();
            writer.WriteString("model", name);
            writer.WriteString("reason", reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("written", written);
        writer.WriteEndObject();
    });
}
