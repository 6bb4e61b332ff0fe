using Binex.Models.Prices;

namespace Binex.Models.Providers;

/// <summary>The providers that Binex knows; each speaks the OpenAI chat protocol at its address.</summary>
internal static class ProviderTable
{
    /// <summary>All of them, by name.</summary>
    internal static IReadOnlyDictionary<string, ProviderEndpoint> All { get; } = new ProviderEndpoint[]
    {
        new("openai", new Uri("https://api.openai.com/v1/"), "OPENAI_API_KEY") { LimitsCompletion = true },
        new("anthropic", new Uri("https://api.anthropic.com/v1/"), "ANTHROPIC_API_KEY"),
        new("gemini", new Uri("https://generativelanguage.googleapis.com/v1beta/openai/"), "GEMINI_API_KEY"),
        new("groq", new Uri("https://api.groq.com/openai/v1/"), "GROQ_API_KEY") { LimitsCompletion = true },
        new("mistral", new Uri("https://api.mistral.ai/v1/"), "MISTRAL_API_KEY"),
        new("deepseek", new Uri("https://api.deepseek.com/v1/"), "DEEPSEEK_API_KEY"),
        new("together_ai", new Uri("https://api.together.xyz/v1/"), "TOGETHER_API_KEY"),
        new("openrouter", new Uri("https://openrouter.ai/api/v1/"), "OPENROUTER_API_KEY"),
        new("xai", new Uri("https://api.x.ai/v1/"), "XAI_API_KEY") { LimitsCompletion = true },
        new("fireworks_ai", new Uri("https://api.fireworks.ai/inference/v1/"), "FIREWORKS_API_KEY"),
        new("cerebras", new Uri("https://api.cerebras.ai/v1/"), "CEREBRAS_API_KEY") { LimitsCompletion = true },
        new("perplexity", new Uri("https://api.perplexity.ai/"), "PERPLEXITY_API_KEY"),
        new("ollama", new Uri("http://localhost:11434/v1/"), null),
    }.ToDictionary(endpoint => endpoint.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The provider that goes by a name or an alias such as <c>google</c> or <c>together</c>; null when there is none.</summary>
    /// <param name="prefix">What stands before the slash.</param>
    internal static ProviderEndpoint? Find(string prefix) => All.GetValueOrDefault(ModelNames.Provider(prefix));
}
