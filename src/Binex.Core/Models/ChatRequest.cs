using System.Text.Json;

namespace Binex.Core.Models;

/// <summary>One request to a model.</summary>
/// <param name="Model">Name as in <c>llm://name</c>.</param>
/// <param name="Messages">The conversation so far.</param>
/// <param name="MaxOutputTokens">Output limit; always sent.</param>
public sealed record ChatRequest(string Model, IReadOnlyList<ChatMessage> Messages, int MaxOutputTokens)
{
    /// <summary>The node that asks, for simulators, traces and messages.</summary>
    public string NodeId { get; init; } = "";

    /// <summary>Which execution of the node this is, from 1; for simulators.</summary>
    public int Iteration { get; init; } = 1;

    /// <summary>Address of the endpoint; null for the provider's own.</summary>
    public string? ApiBase { get; init; }

    /// <summary>The key; null for the provider's environment variable. A secret.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Sampling temperature.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling.</summary>
    public double? TopP { get; init; }

    /// <summary>Seed of the sampler.</summary>
    public long? Seed { get; init; }

    /// <summary>Texts at which the model stops.</summary>
    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>How much a reasoning model thinks.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Whether the answer must be a JSON object.</summary>
    public bool JsonMode { get; init; }

    /// <summary>Schema of the answer; null for none. Says what is wanted; the engine checks the answer itself.</summary>
    public JsonElement? OutputSchema { get; init; }

    /// <summary>Whether the provider is asked to cache the prompt.</summary>
    public bool CachePrompt { get; init; }

    /// <summary>
    /// Hears the answer piece by piece while it comes, from any thread; null where nobody listens and the answer is taken whole. Changes how an
    /// answer travels, never what is asked or answered.
    /// </summary>
    public Action<string>? OnText { get; init; }

    /// <summary>Further members of the request body; an object.</summary>
    public JsonElement? Extra { get; init; }

    /// <summary>The request without its key; what is printed is what may be read.</summary>
    public override string ToString() => $"{Model}, {Messages.Count} messages, at most {MaxOutputTokens} tokens";
}
