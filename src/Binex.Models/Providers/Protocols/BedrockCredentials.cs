using System.Net.Http.Headers;
using Anthropic.Bedrock;

namespace Binex.Models.Providers.Protocols;

/// <summary>Makes requests to Bedrock known: by a key of Bedrock, or by a signature.</summary>
/// <param name="destination">Where they go.</param>
internal sealed class BedrockCredentials(Destination destination) : IAnthropicBedrockCredentials
{
    /// <inheritdoc/>
    public string Region => destination.Aws?.Region ?? "";

    /// <inheritdoc/>
    public Task Apply(HttpRequestMessage requestMessage)
    {
        // The SDK asks for streams to be packed, which nothing here would unpack.
        requestMessage.Headers.AcceptEncoding.Clear();
        if (destination.Key is { } key)
        {
            requestMessage.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        if (destination.Aws is not { } aws)
        {
            return Task.CompletedTask;
        }

        // The SDK takes the token of temporary keys from the environment alone, but signs every header that is there.
        if (aws.SessionToken is { } token)
        {
            requestMessage.Headers.TryAddWithoutValidation("x-amz-security-token", token);
        }

        return new AnthropicBedrockPrivateKeyCredentials { ApiAccessKey = aws.Id, ApiSecret = aws.Secret, Region = aws.Region }.Apply(requestMessage);
    }
}
