using Binex.Core.Prices;
using Binex.Models.Prices;

namespace Binex.Models.Providers;

/// <summary>The providers that Binex knows; each speaks the OpenAI chat protocol at its address.</summary>
internal static class ProviderTable
{
    /// <summary>All of them, by name.</summary>
    internal static IReadOnlyDictionary<string, ProviderEndpoint> All { get; } = new ProviderEndpoint[]
    {
        new("openai", "https://api.openai.com/v1/", "OPENAI_API_KEY") { LimitsCompletion = true },
        new("anthropic", "https://api.anthropic.com/v1/", "ANTHROPIC_API_KEY"),
        new("gemini", "https://generativelanguage.googleapis.com/v1beta/openai/", "GEMINI_API_KEY"),
        new("groq", "https://api.groq.com/openai/v1/", "GROQ_API_KEY") { LimitsCompletion = true },
        new("mistral", "https://api.mistral.ai/v1/", "MISTRAL_API_KEY"),
        new("deepseek", "https://api.deepseek.com/v1/", "DEEPSEEK_API_KEY"),
        new("together_ai", "https://api.together.xyz/v1/", "TOGETHER_API_KEY"),
        new("openrouter", "https://openrouter.ai/api/v1/", "OPENROUTER_API_KEY"),
        new("xai", "https://api.x.ai/v1/", "XAI_API_KEY") { LimitsCompletion = true },
        new("fireworks_ai", "https://api.fireworks.ai/inference/v1/", "FIREWORKS_API_KEY"),
        new("cerebras", "https://api.cerebras.ai/v1/", "CEREBRAS_API_KEY") { LimitsCompletion = true },
        new("perplexity", "https://api.perplexity.ai/", "PERPLEXITY_API_KEY"),
        new("ollama", "http://localhost:11434/v1/", null),
    }.ToDictionary(endpoint => endpoint.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The provider that goes by a name or an alias such as <c>google</c> or <c>together</c>; null when there is none.</summary>
    /// <param name="prefix">What stands before the slash.</param>
    internal static ProviderEndpoint? Find(string prefix) => All.GetValueOrDefault(ModelNames.Provider(prefix));

    /// <summary>The provider that has a model: the one before its slash, the one that the price book names, or the one whose names begin so; null when nobody knows.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    /// <param name="prices">Says whose a model is.</param>
    internal static ProviderEndpoint? Of(string model, IPriceBook prices) =>
        ModelNames.Split(model).Provider is { } prefix ? Find(prefix) : OwnerOf(model, prices);

    private static ProviderEndpoint? OwnerOf(string model, IPriceBook prices)
    {
        if (prices.Find(model) is { } price && Find(price.Provider) is { } owner)
        {
            return owner;
        }

        var isOpenAi = model.StartsWith("gpt-", StringComparison.OrdinalIgnoreCase)
            || model.StartsWith("chatgpt-", StringComparison.OrdinalIgnoreCase)
            || model.StartsWith("ft:", StringComparison.OrdinalIgnoreCase)
            || (model.Length > 1 && model[0] is 'o' or 'O' && char.IsAsciiDigit(model[1]));
        return isOpenAi ? All["openai"]
            : model.StartsWith("claude-", StringComparison.OrdinalIgnoreCase) ? All["anthropic"] : null;
    }
}
