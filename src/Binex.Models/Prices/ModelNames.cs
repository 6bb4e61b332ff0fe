using System.Globalization;

namespace Binex.Models.Prices;

/// <summary>The names under which one and the same model goes.</summary>
internal static class ModelNames
{
    private static readonly Dictionary<string, string> ProviderAliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["google"] = "gemini",
        ["together"] = "together_ai",
        ["fireworks"] = "fireworks_ai",
        ["mistralai"] = "mistral",
        ["x-ai"] = "xai",
        ["ollama_chat"] = "ollama",
        ["vertex"] = "vertex_ai",
        ["bedrock_converse"] = "bedrock",
        ["cohere_chat"] = "cohere",
    };

    /// <summary>Splits a name at its first slash; the provider is null where there is none.</summary>
    /// <param name="model">The name.</param>
    internal static (string? Provider, string Name) Split(string model)
    {
        var slash = model.IndexOf('/', StringComparison.Ordinal);
        return slash <= 0 || slash == model.Length - 1 ? (null, model) : (model[..slash], model[(slash + 1)..]);
    }

    /// <summary>The provider's name as the price book writes it.</summary>
    /// <param name="provider">The name as somebody wrote it.</param>
    internal static string Provider(string provider) => ProviderAliases.GetValueOrDefault(provider, provider);

    /// <summary>Whether an entry's provider is a provider or one of its branches, such as <c>vertex_ai-language-models</c>.</summary>
    /// <param name="entryProvider">The provider of an entry.</param>
    /// <param name="provider">A provider.</param>
    internal static bool IsProvider(string entryProvider, string provider) =>
        entryProvider.StartsWith(provider, StringComparison.OrdinalIgnoreCase)
        && (entryProvider.Length == provider.Length || entryProvider[provider.Length] is '_' or '-');

    /// <summary>Whether a name says that its provider charges nothing for it: <c>…:free</c> and everything Ollama runs.</summary>
    /// <param name="model">The name.</param>
    internal static bool SaysFree(string model) =>
        model.EndsWith(":free", StringComparison.OrdinalIgnoreCase)
        || (Split(model) is { Provider: { } provider } && string.Equals(Provider(provider), "ollama", StringComparison.OrdinalIgnoreCase));

    /// <summary>A name without the date or <c>latest</c> at its end; null when it has neither.</summary>
    /// <param name="model">The name.</param>
    internal static string? Undated(string model)
    {
        foreach (var length in (ReadOnlySpan<int>)["latest".Length, "yyyyMMdd".Length, "yyyy-MM-dd".Length])
        {
            var at = model.Length - length - 1;
            if (at > 0 && model[at] is '-' or '@' && IsVersion(model.AsSpan(at + 1)))
            {
                return model[..at];
            }
        }

        return null;
    }

    /// <summary>The name of the base of a fine-tuned model, <c>ft:base:organisation:name:id</c>; null for any other.</summary>
    /// <param name="model">The name.</param>
    internal static string? FineTunedBase(string model)
    {
        var end = model.StartsWith("ft:", StringComparison.OrdinalIgnoreCase) ? model.IndexOf(':', 3) : -1;
        return end < 0 ? null : model[..end];
    }

    private static bool IsVersion(ReadOnlySpan<char> text) =>
        text.Equals("latest", StringComparison.OrdinalIgnoreCase)
        || IsDate(text, "yyyyMMdd") || IsDate(text, "yyyy-MM-dd");

    private static bool IsDate(ReadOnlySpan<char> text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2020 and < 2100;
}
