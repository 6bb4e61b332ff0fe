using System.Text.Json;
using Binex.Core.Expressions;

namespace Binex.Core.Workflows;

/// <summary>The parameters of a node's chat calls. What is null is left to the model.</summary>
public sealed record ModelSettings
{
    /// <summary>The output limit where nobody wrote one.</summary>
    public const int DefaultMaxTokens = 4096;

    /// <summary>The lowest output limit to which a call is lowered, unless written otherwise.</summary>
    public const int DefaultMinOutputTokens = 256;

    /// <summary>Address of an endpoint that speaks the OpenAI chat protocol.</summary>
    public TextTemplate? ApiBase { get; init; }

    /// <summary>The key for it; a secret.</summary>
    public TextTemplate? ApiKey { get; init; }

    /// <summary>Sampling temperature.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling.</summary>
    public double? TopP { get; init; }

    /// <summary>Output limit in tokens; null when the node gives none.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Output limit of the whole workflow, which holds where the node gives none.</summary>
    public int FallbackMaxTokens { get; init; } = DefaultMaxTokens;

    /// <summary>The lowest output limit to which a call is lowered.</summary>
    public int MinOutputTokens { get; init; } = DefaultMinOutputTokens;

    /// <summary>Seed of the sampler.</summary>
    public long? Seed { get; init; }

    /// <summary>Texts at which the model stops.</summary>
    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>How much a reasoning model thinks.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Whether the model must answer with a JSON object (<c>response_format: json_object</c>).</summary>
    public bool JsonMode { get; init; }

    /// <summary>Whether the provider is asked to cache the prompt.</summary>
    public bool CachePrompt { get; init; }

    /// <summary>Further members of the request, as the provider knows them; an object.</summary>
    public JsonElement? Extra { get; init; }
}
