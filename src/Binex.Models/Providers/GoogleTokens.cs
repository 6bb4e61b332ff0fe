using Binex.Core.Models;
using Binex.Core.Runs;
using Google.Apis.Auth.OAuth2;

namespace Binex.Models.Providers;

/// <summary>
/// Google's access tokens for Vertex AI, of whoever is signed in where the process runs (application default credentials): a service
/// account, a workload, a developer. Google's client keeps a token until shortly before it expires. Safe to call from any thread.
/// </summary>
internal sealed class GoogleTokens
{
    private const string Scope = "https://www.googleapis.com/auth/cloud-platform";

    private volatile GoogleCredential? _credential;

    /// <summary>The destination with a token for a key: exactly one of the two is set.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<(Destination? Destination, ChatFailure? Failure)> SignAsync(Destination destination, CancellationToken cancellationToken)
    {
        try
        {
            var credential = _credential ??= (await GoogleCredential.GetApplicationDefaultAsync(cancellationToken).ConfigureAwait(false)).CreateScoped(Scope);
            var token = await credential.UnderlyingCredential.GetAccessTokenForRequestAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return (destination with { Key = token }, null);
        }
#pragma warning disable CA1031 // The boundary to Google's client, which throws something else for each kind of file that is no key.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (null, new ChatFailure(
                new NodeFailure(
                    FailureKind.Authentication,
                    $"there is no token for {destination.Host}, and nobody is signed in at Google: set the environment variable CLOUDSDK_AUTH_ACCESS_TOKEN, "
                    + "or GOOGLE_APPLICATION_CREDENTIALS to the file of a service account, or sign in with gcloud auth application-default login")
                {
                    Detail = ProviderWords.Masked(problem.Message, null),
                },
                ChargeKnowledge.Nothing));
        }
    }
}
