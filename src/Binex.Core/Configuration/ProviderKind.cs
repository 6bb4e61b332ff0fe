namespace Binex.Core.Configuration;

/// <summary>The protocol that an endpoint speaks.</summary>
public enum ProviderKind
{
    /// <summary>OpenAI's chat completions, which most endpoints speak.</summary>
    OpenAi,

    /// <summary>OpenAI's responses.</summary>
    OpenAiResponses,

    /// <summary>OpenAI's chat completions on Azure, with a key or a token of Microsoft Entra.</summary>
    Azure,

    /// <summary>Anthropic's messages.</summary>
    Anthropic,

    /// <summary>Ollama's own chat.</summary>
    Ollama,
}
