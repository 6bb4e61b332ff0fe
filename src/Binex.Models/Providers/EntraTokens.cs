using Azure.Core;
using Azure.Identity;
using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Models.Providers;

/// <summary>
/// Tokens of Microsoft Entra for Azure, of whoever is signed in where the process runs: a workload, a managed identity, a developer.
/// A token is kept until five minutes before it expires. However many ask, one signs in. Safe to call from any thread.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="credential">Who signs in; null for whoever is signed in where the process runs.</param>
internal sealed class EntraTokens(TimeProvider time, Func<TokenCredential>? credential = null)
{
    /// <summary>The longest time that signing in may take.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private const string Scope = "https://cognitiveservices.azure.com/.default";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Lazy<TokenCredential> _credential = new(credential ?? (() => new DefaultAzureCredential()));
    private KeptToken? _kept;
    private Task<KeptToken>? _asked;

    /// <summary>The destination with a token for a key: exactly one of the two is set.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<(Destination? Destination, ChatFailure? Failure)> SignAsync(Destination destination, CancellationToken cancellationToken)
    {
        try
        {
            var kept = await KeptAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
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
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new ChatFailure(
                new NodeFailure(FailureKind.Network, $"there is no token for {destination.Host}: signing in at Microsoft Entra took longer than {Longest.TotalSeconds:0} seconds"),
                ChargeKnowledge.Nothing));
        }
    }

    private Task<KeptToken> KeptAsync()
    {
        lock (_lock)
        {
            return _kept is { } kept && kept.Until > time.GetUtcNow() ? Task.FromResult(kept)
                : _asked is { IsCompleted: false } asked ? asked
                : _asked = SignInAsync();
        }
    }

    // It belongs to all who wait for it, and goes on when one of them gives up.
    private async Task<KeptToken> SignInAsync()
    {
        await Task.Yield();
        using var limit = new CancellationTokenSource(Longest, time);
        var token = await _credential.Value.GetTokenAsync(new TokenRequestContext([Scope]), limit.Token).ConfigureAwait(false);
        var kept = new KeptToken(token.Token, token.ExpiresOn - Margin);
        lock (_lock)
        {
            _kept = kept;
        }

        return kept;
    }

    private sealed record KeptToken(string Token, DateTimeOffset Until);
}
