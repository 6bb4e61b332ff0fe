using System.Net;
using Binex.Core.Models;
using Binex.Core.Runs;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Responses;

namespace Binex.Models.Providers;

/// <summary>
/// Google's access tokens for Vertex AI, of whoever is signed in where the process runs (application default credentials): a service
/// account, a workload, a developer. Google's client keeps a token until shortly before it expires, and signs in once however many ask it,
/// so that all must ask the same one. Safe to call from any thread.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="source">Who signs in; null for whoever is signed in where the process runs.</param>
internal sealed class GoogleTokens(TimeProvider time, Func<CancellationToken, Task<GoogleCredential>>? source = null)
{
    /// <summary>The longest time that signing in may take.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private const string Scope = "https://www.googleapis.com/auth/cloud-platform";

    private volatile GoogleCredential? _credential;

    /// <summary>The destination with a token for a key: exactly one of the two is set.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<(Destination? Destination, ChatFailure? Failure)> SignAsync(Destination destination, CancellationToken cancellationToken)
    {
        try
        {
            var token = await TokenAsync(cancellationToken).WaitAsync(Longest, time, cancellationToken).ConfigureAwait(false);
            return (destination with { Key = token }, null);
        }
#pragma warning disable CA1031 // The boundary to Google's client, which throws something else for each kind of file that is no key.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (null, new ChatFailure(FailureOf(problem, destination.Host), ChargeKnowledge.Nothing));
        }
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        if (_credential is not { } credential)
        {
            var found = (await (source ?? GoogleCredential.GetApplicationDefaultAsync)(cancellationToken).ConfigureAwait(false)).CreateScoped(Scope);
            credential = Interlocked.CompareExchange(ref _credential, found, null) ?? found;
        }

        return await credential.UnderlyingCredential.GetAccessTokenForRequestAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    // Who cannot be asked just now may be asked again; who knows nobody says so again.
    private static NodeFailure FailureOf(Exception problem, string host)
    {
        var isAway = problem is HttpRequestException or TimeoutException or OperationCanceledException
            or TokenResponseException { StatusCode: >= HttpStatusCode.InternalServerError };
        return new NodeFailure(
            isAway ? FailureKind.Network : FailureKind.Authentication,
            isAway
                ? $"there is no token for {host}: Google could not be asked for one; check the network and the proxy"
                : $"there is no token for {host}, and nobody is signed in at Google: set the environment variable CLOUDSDK_AUTH_ACCESS_TOKEN, "
                + "or GOOGLE_APPLICATION_CREDENTIALS to the file of a service account, or sign in with gcloud auth application-default login")
        {
            Detail = ProviderWords.Masked(problem.Message, null),
        };
    }
}
