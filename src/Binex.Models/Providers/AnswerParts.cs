using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Binex.Models.Providers;

/// <summary>Takes the body of an answer apart: one JSON value, or those of a stream.</summary>
internal static class AnswerParts
{
    private const string Events = "text/event-stream";
    private const string Lines = "application/x-ndjson";

    /// <summary>Whether a body comes in parts.</summary>
    /// <param name="mediaType">What kind of body it is.</param>
    internal static bool IsStream(string? mediaType) => mediaType is Events or Lines;

    /// <summary>The parts, in order. A last one that did not come whole is left out.</summary>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">What kind of body it is.</param>
    /// <exception cref="JsonException">A part is no JSON.</exception>
    internal static IEnumerable<JsonElement> Of(ReadOnlyMemory<byte> body, string? mediaType) => mediaType switch
    {
        Events => OfEvents(body),
        Lines => OfLines(body),
        _ => [JsonElement.Parse(body.Span)],
    };

    private static IEnumerable<JsonElement> OfEvents(ReadOnlyMemory<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray());
        foreach (var item in SseParser.Create(stream).Enumerate())
        {
            // OpenAI ends a stream with a word that is no JSON.
            if (item.Data.AsSpan().Trim() is { Length: > 0 } data && data is not "[DONE]")
            {
                yield return JsonElement.Parse(data);
            }
        }
    }

    private static IEnumerable<JsonElement> OfLines(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        var end = text.LastIndexOf('\n');
        foreach (var line in text[..(end + 1)].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return JsonElement.Parse(line);
        }
    }
}
