using System.Text.Json.Nodes;
using Binex.Core.Attachments;
using Binex.Core.Models;
using Microsoft.Extensions.AI;
using OllamaSharp;

namespace Binex.Models.Providers.Protocols;

/// <summary>Ollama's own chat, by OllamaSharp.</summary>
internal sealed class OllamaProtocol : ChatProtocol
{
    /// <inheritdoc/>
    protected override IChatClient Client(Destination destination, HttpClient http)
    {
        http.BaseAddress = destination.Address;
        if (destination.Key is { } key)
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        }

        return new OllamaApiClient(http, destination.Model);
    }

    /// <inheritdoc/>
    internal override ChatOptions Options(ChatRequest request, Destination destination)
    {
        var options = base.Options(request, destination);
        options.MaxOutputTokens = request.MaxOutputTokens;
        return options;
    }

    /// <inheritdoc/>
    internal override JsonObject Members(ChatRequest request, Destination destination)
    {
        var members = ExtraOf(request);
        if (request.Seed is { } seed)
        {
            members["options"] = members["options"] is JsonObject options ? options : new JsonObject();
            members["options"]!["seed"] = seed;
        }

        if (request.ReasoningEffort is { } effort)
        {
            members["think"] = effort is "none" ? false : JsonValue.Create(effort is "minimal" ? "low" : effort);
        }

        return members;
    }

    /// <inheritdoc/>
    internal override string? ProblemOf(ChatRequest request) =>
        request.Messages.SelectMany(message => message.Attachments).FirstOrDefault(file => file.Kind == AttachmentKind.Pdf) is { } document
            ? $"Ollama takes images and no PDF, and '{document.Path}' is one"
            : null;

    /// <inheritdoc/>
    internal override AnswerFold Fold() => new OllamaFold();
}
