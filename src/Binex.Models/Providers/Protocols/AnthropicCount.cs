using System.Text.Json;
using Binex.Core.Attachments;
using Binex.Core.Json;
using Binex.Core.Models;

namespace Binex.Models.Providers.Protocols;

/// <summary>Writes a request as Anthropic's count takes it.</summary>
internal static class AnthropicCount
{
    /// <summary>The body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">Where it goes.</param>
    internal static Dictionary<string, JsonElement> BodyOf(ChatRequest request, Destination destination)
    {
        var body = new Dictionary<string, JsonElement>
        {
            ["model"] = JsonValues.From(destination.Model),
            ["messages"] = JsonValues.Write(writer =>
            {
                writer.WriteStartArray();
                foreach (var message in request.Messages.Where(message => message.Role != ChatRole.System))
                {
                    writer.WriteStartObject();
                    writer.WriteString("role", message.Role == ChatRole.Assistant ? "assistant" : "user");
                    WriteContent(writer, message);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }),
        };
        var system = string.Join("\n\n", request.Messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text));
        if (system.Length > 0)
        {
            body["system"] = JsonValues.From(system);
        }

        return body;
    }

    private static void WriteContent(Utf8JsonWriter writer, ChatMessage message)
    {
        if (message.Attachments.Count == 0)
        {
            writer.WriteString("content", message.Text);
            return;
        }

        writer.WriteStartArray("content");
        foreach (var file in message.Attachments)
        {
            writer.WriteStartObject();
            writer.WriteString("type", file.Kind == AttachmentKind.Pdf ? "document" : "image");
            writer.WriteStartObject("source");
            writer.WriteString("type", "base64");
            writer.WriteString("media_type", file.MediaType);
            writer.WriteBase64String("data", file.Content.Span);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", message.Text);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
