using Binex.Core.Configuration;
using Binex.Core.Expressions;
using Binex.Core.Models;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Testing.FakeProvider;

namespace Binex.Models.Tests.Providers.Table;

/// <summary>A kind of endpoint with the SDK that speaks to it.</summary>
/// <param name="Title">What the table of docs/models.md calls it.</param>
/// <param name="Kind">Its protocol.</param>
/// <param name="Model">A model of it that takes a schema.</param>
/// <param name="Unauthorized">The code with which it says that a key is wrong; null for none.</param>
/// <param name="Unknown">The code with which it says that a model does not exist; null for none.</param>
/// <param name="Busy">The code with which it asks for fewer requests; null for none.</param>
internal sealed record ProviderFamily(string Title, ProviderKind Kind, string Model, string? Unauthorized, string? Unknown, string? Busy)
{
    internal static IReadOnlyList<ProviderFamily> All { get; } =
    [
        new("OpenAI chat", ProviderKind.OpenAi, "openai/gpt-4o", "invalid_api_key", "model_not_found", "rate_limit_exceeded"),
        new("OpenAI responses", ProviderKind.OpenAiResponses, "openai/gpt-5-codex", "invalid_api_key", "model_not_found", "rate_limit_exceeded"),
        new("Azure OpenAI", ProviderKind.Azure, "azure/gpt-4o", "401", "DeploymentNotFound", "429"),
        new("Anthropic", ProviderKind.Anthropic, "anthropic/claude-sonnet-4-5", "authentication_error", "not_found_error", "rate_limit_error"),
        new("Claude on Bedrock", ProviderKind.Bedrock, "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0", null, null, null),
        new("Claude on Vertex AI", ProviderKind.Vertex, "vertex_ai/claude-sonnet-4-5@20250929", "UNAUTHENTICATED", "NOT_FOUND", "RESOURCE_EXHAUSTED"),
        new("Ollama", ProviderKind.Ollama, "ollama/llama3", null, null, null),
        new("OpenAI-compatible", ProviderKind.OpenAi, "groq/openai/gpt-oss-120b", null, null, null),
    ];

    /// <summary>Sends a request through the SDK.</summary>
    internal async Task<ChatResult> SendAsync(FakeProviderServer server, ChatRequest request, CancellationToken cancellationToken)
    {
        var name = Model[..Model.IndexOf('/', StringComparison.Ordinal)];
        var address = server.Address[..^"/v1".Length] + (Kind switch
        {
            ProviderKind.Anthropic or ProviderKind.Ollama or ProviderKind.Bedrock => "",
            ProviderKind.Vertex => "/v1/projects/my-project/locations/europe-west1",
            ProviderKind.Azure => "/openai/v1",
            _ => "/v1",
        });
        var own = new Dictionary<string, ProviderSettings>
        {
            [name] = new(name, TextTemplate.Parse(address), TextTemplate.Parse("${env.KEY}")) { Kind = Kind },
        };
        using var model = new ProviderChatModel(new PriceBook(), _ => "sk-table-key", TimeProvider.System, own);
        return await model.CompleteAsync(request with { Model = Model }, cancellationToken);
    }
}
