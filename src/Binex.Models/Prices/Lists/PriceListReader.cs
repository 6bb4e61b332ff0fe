using System.Text.Json;

namespace Binex.Models.Prices.Lists;

/// <summary>Reads lists of prices in the forms that are published. Their content is checked entry by entry.</summary>
public static class PriceListReader
{
    private const int DeepestNesting = 16;
    private const int MostModels = 100_000;

    /// <summary>The longest list that is read, in bytes.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Reads a list; null with a problem when it is none.</summary>
    /// <param name="json">The file.</param>
    /// <param name="problem">What is wrong with it, as a sentence.</param>
    public static PriceList? Read(ReadOnlyMemory<byte> json, out string? problem)
    {
        problem = null;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                problem = "it is no JSON object of models or providers";
                return null;
            }

            var list = FormOf(root) switch
            {
                "litellm" => LiteLlmForm.Read(root),
                "models.dev" => ModelsDevForm.Read(root),
                _ => BinexForm.Read(root),
            };
            problem = list.Models.Count == 0 ? "it has no price that can be used; the forms of LiteLLM, of models.dev and {\"model\": {\"input\": 1.10, \"output\": 4.40}} are known"
                : list.Models.Count > MostModels ? $"it has more than {MostModels:N0} models"
                : null;
            return problem is null ? list : null;
        }
        catch (JsonException error)
        {
            problem = $"it is no JSON: {error.Message}";
            return null;
        }
        catch (InvalidOperationException)
        {
            // A name with half a character in it.
            problem = "it has a text that is no text";
            return null;
        }
    }

    private static string FormOf(JsonElement root)
    {
        foreach (var entry in root.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (entry.Value.TryGetProperty("litellm_provider", out _) || entry.Value.TryGetProperty("input_cost_per_token", out _))
            {
                return "litellm";
            }

            if (entry.Value.TryGetProperty("models", out var models) && models.ValueKind == JsonValueKind.Object)
            {
                return "models.dev";
            }
        }

        return "binex";
    }
}
