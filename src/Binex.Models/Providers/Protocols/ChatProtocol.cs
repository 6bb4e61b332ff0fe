using System.Text.Json;
using System.Text.Json.Nodes;
using Binex.Core.Configuration;
using Binex.Core.Models;
using Ai = Microsoft.Extensions.AI;

namespace Binex.Models.Providers.Protocols;

/// <summary>
/// How requests and answers travel to one kind of endpoint. The SDK of the kind makes and sends the request; it is loaded when the
/// first request is sent and not before.
/// </summary>
internal abstract class ChatProtocol
{
    private const string SchemaName = "answer";

    private static readonly ChatProtocol Chat = new OpenAiChatProtocol();
    private static readonly ChatProtocol Responses = new OpenAiResponsesProtocol();
    private static readonly ChatProtocol Messages = new AnthropicProtocol();
    private static readonly ChatProtocol Ollama = new OllamaProtocol();
    private static readonly ChatProtocol Bedrock = new BedrockProtocol();
    private static readonly ChatProtocol Vertex = new VertexProtocol();

    /// <summary>The protocol of a kind of endpoint.</summary>
    /// <param name="kind">The kind.</param>
    internal static ChatProtocol Of(ProviderKind kind) => kind switch
    {
        ProviderKind.OpenAiResponses => Responses,
        ProviderKind.Anthropic => Messages,
        ProviderKind.Ollama => Ollama,
        ProviderKind.Bedrock => Bedrock,
        ProviderKind.Vertex => Vertex,
        _ => Chat,
    };

    /// <summary>The SDK's client.</summary>
    /// <param name="destination">Where it sends to.</param>
    /// <param name="exchange">What the request and the answer pass; nothing is beneath it yet.</param>
    /// <param name="sockets">What sends; belongs to all calls.</param>
    internal virtual Ai.IChatClient Client(Destination destination, ProviderExchange exchange, HttpMessageHandler sockets) => Client(destination, exchange.Over(sockets));

    /// <summary>The SDK's client.</summary>
    /// <param name="destination">Where it sends to.</param>
    /// <param name="http">What it sends through.</param>
    protected abstract Ai.IChatClient Client(Destination destination, HttpClient http);

    /// <summary>Members of the request's body that the SDK has no word for, or another meaning.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">Where it goes.</param>
    internal abstract JsonObject Members(ChatRequest request, Destination destination);

    /// <summary>What takes the parts of one answer.</summary>
    internal abstract AnswerFold Fold();

    /// <summary>Everything that the SDK is told beside the messages.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">Where it goes.</param>
    internal virtual Ai.ChatOptions Options(ChatRequest request, Destination destination) => new()
    {
        Temperature = (float?)request.Temperature,
        TopP = (float?)request.TopP,
        StopSequences = request.Stop.Count == 0 ? null : [.. request.Stop],
        ResponseFormat = FormatOf(request, destination),
    };

    /// <summary>The messages as the SDK takes them.</summary>
    /// <param name="request">The request.</param>
    internal virtual List<Ai.ChatMessage> MessagesOf(ChatRequest request) =>
        [.. request.Messages.Select(message => new Ai.ChatMessage(RoleOf(message.Role), ContentsOf(message)))];

    /// <summary>Why a request cannot be put into this protocol, as a sentence; null when it can.</summary>
    /// <param name="request">The request.</param>
    internal virtual string? ProblemOf(ChatRequest request) => null;

    /// <summary>A role as the SDK calls it.</summary>
    /// <param name="role">The role.</param>
    protected static Ai.ChatRole RoleOf(ChatRole role) => role switch
    {
        ChatRole.System => Ai.ChatRole.System,
        ChatRole.Assistant => Ai.ChatRole.Assistant,
        _ => Ai.ChatRole.User,
    };

    /// <summary>The members that a workflow adds.</summary>
    /// <param name="request">The request.</param>
    protected static JsonObject ExtraOf(ChatRequest request) =>
        request.Extra is { } extra ? JsonNode.Parse(extra.GetRawText())!.AsObject() : [];

    /// <summary>
    /// How OpenAI is told to hold its answer to a schema word by word; null where it is not. Told here, because the SDK changes the schema on its way.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">Where it goes.</param>
    protected static JsonObject? StrictFormatOf(ChatRequest request, Destination destination) =>
        destination.TakesStrict && NativeSchemaOf(request, destination) is { } schema && StrictSchema.IsMet(schema)
            ? new JsonObject { ["name"] = SchemaName, ["strict"] = true, ["schema"] = JsonNode.Parse(schema.GetRawText()) }
            : null;

    private static Ai.ChatResponseFormatJson? FormatOf(ChatRequest request, Destination destination) =>
        StrictFormatOf(request, destination) is not null ? null
        : NativeSchemaOf(request, destination) is { } schema ? Ai.ChatResponseFormat.ForJsonSchema(schema, SchemaName)
        : request.JsonMode ? Ai.ChatResponseFormat.Json
        : null;

    // Files first: models attend better to a question about what they have already seen.
    private static List<Ai.AIContent> ContentsOf(ChatMessage message) =>
    [
        .. message.Attachments.Select(file => new Ai.DataContent(file.Content, file.MediaType) { Name = file.Name }),
        new Ai.TextContent(message.Text),
    ];

    private static JsonElement? NativeSchemaOf(ChatRequest request, Destination destination) =>
        request is { OutputSchema: { } schema, NativeSchema: true } && destination.TakesSchema && IsObject(schema) ? schema : null;

    // Providers take a schema of an object only.
    private static bool IsObject(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String && type.ValueEquals("object");
}
