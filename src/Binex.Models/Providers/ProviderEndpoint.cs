namespace Binex.Models.Providers;

/// <summary>An endpoint that speaks the OpenAI chat protocol.</summary>
/// <param name="Name">Prefix of its models, as in <c>groq/llama-3.3-70b-versatile</c>; also its name in the price book.</param>
/// <param name="Url">Where it is; the path below which <c>chat/completions</c> stands.</param>
/// <param name="KeyVariable">The environment variable that holds its key; null where it wants none.</param>
internal sealed record ProviderEndpoint(string Name, string Url, string? KeyVariable)
{
    /// <summary>Its <see cref="Url"/>, made when it is asked for: a check of a workflow needs names and variables alone.</summary>
    internal Uri Address => new(Url);

    /// <summary>
    /// Whether the output limit is called <c>max_completion_tokens</c> there, which counts reasoning on every model, and not <c>max_tokens</c>.
    /// </summary>
    internal bool LimitsCompletion { get; init; }
}
