using System.Text.Json;
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
                    writer.WriteString("content", message.Text);
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
}
