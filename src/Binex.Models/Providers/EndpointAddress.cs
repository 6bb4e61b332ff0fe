using Binex.Core.Configuration;

namespace Binex.Models.Providers;

/// <summary>Reads the address of an endpoint as people write it.</summary>
internal static class EndpointAddress
{
    // Places that are no region have names of their own.
    private static readonly Dictionary<string, string> VertexHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["global-aiplatform.googleapis.com"] = "aiplatform.googleapis.com",
        ["us-aiplatform.googleapis.com"] = "aiplatform.us.rep.googleapis.com",
        ["eu-aiplatform.googleapis.com"] = "aiplatform.eu.rep.googleapis.com",
    };

    /// <summary>The path below which the operations of a protocol stand, with a slash at its end; null when it is no address.</summary>
    /// <param name="written">What is written; may go on with what stands below, and may leave out the version.</param>
    /// <param name="kind">The protocol.</param>
    internal static Uri? Of(string written, ProviderKind kind)
    {
        var text = written.Trim().TrimEnd('/');
        foreach (var ending in EndingsOf(kind))
        {
            text = text.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? text[..^ending.Length] : text;
        }

        if (!Uri.TryCreate(text + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
        {
            return null;
        }

        if (VertexHosts.TryGetValue(address.Host, out var host))
        {
            address = new UriBuilder(address) { Host = host }.Uri;
        }

        // The SDKs of the clouds make the path themselves.
        if ((kind == ProviderKind.Vertex && VertexPlace.Of(address) is null) || (kind == ProviderKind.Bedrock && address.AbsolutePath != "/"))
        {
            return null;
        }

        // A resource of Azure is known without the path of its OpenAI protocol.
        return kind == ProviderKind.Azure && address.AbsolutePath == "/" ? new Uri(address, "openai/v1/") : address;
    }

    private static string[] EndingsOf(ProviderKind kind) => kind switch
    {
        ProviderKind.Anthropic => ["/messages", "/v1"],
        ProviderKind.Ollama => ["/chat/completions", "/api/chat", "/v1", "/api"],
        ProviderKind.OpenAiResponses => ["/responses", "/chat/completions"],
        _ => ["/chat/completions"],
    };
}
