using System.Text.Json;
using Binex.Core.Attachments;
using Binex.Core.Json;
using Binex.Core.Models;

namespace Binex.Engine.Calls;

/// <summary>A request as it is kept: all that was sent, and nothing of the key.</summary>
internal static class RequestRecord
{
    public static JsonElement Of(ChatRequest request) => JsonValues.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("model", request.Model);
        writer.WriteNumber("maxOutputTokens", request.MaxOutputTokens);
        WriteIf(writer, "apiBase", request.ApiBase);
        WriteIf(writer, "temperature", request.Temperature);
        WriteIf(writer, "topP", request.TopP);
        WriteIf(writer, "seed", request.Seed);
        WriteIf(writer, "reasoningEffort", request.ReasoningEffort);
        if (request.Stop.Count > 0)
        {
            writer.WriteStartArray("stop");
            foreach (var stop in request.Stop)
            {
                writer.WriteStringValue(stop);
            }

            writer.WriteEndArray();
        }

        if (request.JsonMode)
        {
            writer.WriteBoolean("jsonMode", true);
        }

        if (request.CachePrompt)
        {
            writer.WriteBoolean("cachePrompt", true);
        }

        WriteIf(writer, "outputSchema", request.OutputSchema);
        if (!request.NativeSchema)
        {
            writer.WriteBoolean("nativeSchema", false);
        }

        WriteIf(writer, "extra", request.Extra);
        writer.WriteStartArray("messages");
        foreach (var message in request.Messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role", message.Role.ToString().ToLowerInvariant());
            writer.WriteString("text", message.Text);
            WriteAttachments(writer, message.Attachments);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    // The bytes are known by their hash; they are no part of a record that somebody reads.
    private static void WriteAttachments(Utf8JsonWriter writer, IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("attachments");
        foreach (var file in attachments)
        {
            writer.WriteStartObject();
            writer.WriteString("name", file.Name);
            writer.WriteString("mediaType", file.MediaType);
            writer.WriteNumber("bytes", file.Content.Length);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteIf(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteIf(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteIf(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteIf(Utf8JsonWriter writer, string name, JsonElement? value)
    {
        if (value is { } element)
        {
            writer.WritePropertyName(name);
            element.WriteTo(writer);
        }
    }
}
