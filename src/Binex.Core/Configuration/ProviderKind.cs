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

    /// <summary>Anthropic's messages as Amazon Bedrock takes them, with a key of Bedrock or signed with keys of AWS.</summary>
    Bedrock,

    /// <summary>Anthropic's messages as Vertex AI takes them, with an access token of Google.</summary>
    Vertex,
}
