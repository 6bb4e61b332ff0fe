using Azure.Core;
using Azure.Identity;
using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Models.Providers;

/// <summary>
/// Tokens of Microsoft Entra for Azure, of whoever is signed in where the process runs: a workload, a managed identity, a developer.
/// A token is kept until five minutes before it expires. Safe to call from any thread.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class EntraTokens(TimeProvider time)
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly Lazy<TokenCredential> _credential = new(() => new DefaultAzureCredential());
    private volatile KeptToken? _kept;

    /// <summary>The destination with a token for a key: exactly one of the two is set.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<(Destination? Destination, ChatFailure? Failure)> SignAsync(Destination destination, CancellationToken cancellationToken)
    {
        try
        {
            if (_kept is not { } kept || kept.Until <= time.GetUtcNow())
            {
                var token = await _credential.Value.GetTokenAsync(new TokenRequestContext([Scope]), cancellationToken).ConfigureAwait(false);
                _kept = kept = new KeptToken(token.Token, token.ExpiresOn - Margin);
            }

            return (destination with { Key = kept.Token }, null);
        }
        catch (AuthenticationFailedException problem)
        {
            return (null, new ChatFailure(
                new NodeFailure(
                    FailureKind.Authentication,
                    $"there is no key for {destination.Host}, and nobody is signed in at Microsoft Entra: set the environment variable AZURE_OPENAI_API_KEY, or sign in with az login")
                {
                    Detail = ProviderWords.Masked(problem.Message, null),
                },
                ChargeKnowledge.Nothing));
        }
    }

    private sealed record KeptToken(string Token, DateTimeOffset Until);
}
