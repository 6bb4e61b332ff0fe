using System.Text.Json;
using Binex.Core.Prices;
using Binex.Core.Runs;

namespace Binex.Cli.Costs;

/// <summary>Reads a file of prices: a JSON object of models, each with <c>input</c> and <c>output</c> in US dollars per million tokens.</summary>
internal static class OtherPrices
{
    private const long LargestBytes = 16 * 1024 * 1024;

    /// <summary>The prices by model; null with a problem.</summary>
    public static IReadOnlyDictionary<string, ModelPrice>? Read(CliContext context, string path, out CliProblem? problem)
    {
        try
        {
            var file = new FileInfo(context.FullPath(path));
            if (!file.Exists || file.Length > LargestBytes)
            {
                problem = Wrong(file.Exists ? $"{path} is larger than {LargestBytes / 1024 / 1024} MB" : $"there is no file '{path}'");
                return null;
            }

            var prices = new Dictionary<string, ModelPrice>(StringComparer.OrdinalIgnoreCase);
            var root = JsonElement.Parse(File.ReadAllBytes(file.FullName));
            foreach (var model in root.ValueKind == JsonValueKind.Object ? root.EnumerateObject() : default)
            {
                if (Rates(model.Value) is not { } rates)
                {
                    problem = Wrong($"{path}: '{model.Name}' needs the numbers 'input' and 'output', both at least 0");
                    return null;
                }

                prices[model.Name] = new ModelPrice(model.Name, "", rates) { PerRequest = Number(model.Value, "per_request") ?? 0 };
            }

            problem = prices.Count > 0 ? null : Wrong($"{path} holds no price");
            return problem is null ? prices : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            problem = Wrong($"{path} cannot be read as JSON: {error.Message}");
            return null;
        }
    }

    private static PriceRates? Rates(JsonElement price) =>
        price.ValueKind == JsonValueKind.Object && Number(price, "input") is { } input && Number(price, "output") is { } output
            ? new PriceRates(input, output, Number(price, "cache_read"), Number(price, "cache_write")) { Reasoning = Number(price, "reasoning") }
            : null;

    private static decimal? Number(JsonElement price, string name) =>
        price.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number is >= 0 and <= 1_000_000
            ? number
            : null;

    private static CliProblem Wrong(string message) =>
        new(ExitCodes.NothingRun, message, "prices are a JSON object such as {\"gpt-4o\": {\"input\": 2.50, \"output\": 10}}, in US dollars per million tokens");
}
