using System.Text.Json;
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
        WriteIf(writer, "extra", request.Extra);
        writer.WriteStartArray("messages");
        foreach (var message in request.Messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role", message.Role.ToString().ToLowerInvariant());
            writer.WriteString("text", message.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

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
