using Binex.Core.Configuration;

namespace Binex.Models.Providers;

/// <summary>Where a request goes, and as what.</summary>
/// <param name="Kind">The protocol that is spoken there.</param>
/// <param name="Address">The path below which its operations stand.</param>
/// <param name="Model">Name of the model as the endpoint knows it.</param>
/// <param name="Key">The key; null where none is sent.</param>
/// <param name="LimitsCompletion">Whether the output limit is called <c>max_completion_tokens</c>.</param>
/// <param name="TakesSchema">Whether the model answers by a schema that goes with the request.</param>
internal sealed record Destination(ProviderKind Kind, Uri Address, string Model, string? Key, bool LimitsCompletion, bool TakesSchema)
{
    /// <summary>Whether it may be told to hold an answer to the schema word by word: OpenAI, at its own address or at Azure's.</summary>
    internal bool TakesStrict { get; init; }

    /// <summary>What requests to Bedrock are signed with where there is no key; null for nothing.</summary>
    internal AwsKeys? Aws { get; init; }

    /// <summary>Whether a token may be had for it, as whoever is signed in where the process runs.</summary>
    internal bool MaySignIn { get; init; }

    /// <summary>What is sent and must not be kept; null where nothing is. What signs is never sent.</summary>
    internal string? Secret => Key ?? Aws?.SessionToken;

    /// <summary>The endpoint as it stands in messages: no path, no name and password.</summary>
    internal string Host => Address.IsDefaultPort ? Address.Host : $"{Address.Host}:{Address.Port}";

    /// <summary>The destination without its key; what is printed is what may be read.</summary>
    public override string ToString() => $"{Model} at {Host}";
}
