using System.Text;
using System.Text.Json;

namespace Binex.Testing.FakeProvider.Wires;

/// <summary>A protocol as a provider speaks it: how it frames answers, streams and errors.</summary>
internal abstract class FakeWire
{
    private static readonly FakeWire[] All = [new OpenAiChatWire(), new OpenAiResponsesWire(), new AnthropicWire(), new OllamaWire(), new BedrockWire(), new VertexWire()];

    /// <summary>How the paths of its operations end.</summary>
    protected abstract string[] Paths { get; }

    /// <summary>What kind of body a stream is.</summary>
    internal virtual string StreamType => "text/event-stream";

    /// <summary>The protocol spoken at a path; null when there is none.</summary>
    internal static FakeWire? At(string path) => Array.Find(All, wire => Array.Exists(wire.Paths, end => path.EndsWith(end, StringComparison.Ordinal)));

    /// <summary>Headers of a stream.</summary>
    internal virtual IReadOnlyDictionary<string, string> StreamHeaders => new Dictionary<string, string>();

    /// <summary>A piece of a stream as it travels.</summary>
    internal virtual byte[] BytesOf(string piece) => Encoding.UTF8.GetBytes(piece);

    /// <summary>The model that a request asks for.</summary>
    internal virtual string ModelOf(string path, JsonElement body) => body.GetProperty("model").GetString()!;

    /// <summary>Whether a request wants its answer piece by piece.</summary>
    internal virtual bool IsStreamed(string path, JsonElement body) => body.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    /// <summary>The output limit of a request; null when it has none.</summary>
    internal abstract int? Limit(JsonElement body);

    /// <summary>An answer as one body.</summary>
    internal abstract string Whole(FakeCall call, FakeReply reply, FakeBill bill);

    /// <summary>An answer in the pieces of a stream; the last but one ends the answer and states what it used.</summary>
    internal abstract IEnumerable<string> Pieces(FakeCall call, FakeReply reply, FakeBill bill);

    /// <summary>An error.</summary>
    internal abstract string Error(int status, string? code, string message);

    /// <summary>An event of a stream.</summary>
    protected static string Event(object data, string? name = null) =>
        $"{(name is null ? "" : $"event: {name}\n")}data: {JsonSerializer.Serialize(data)}\n\n";

    /// <summary>A text in pieces of a few characters, none of which cuts a character in two.</summary>
    protected static IEnumerable<string> Split(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(7, text.Length - at);
            length += at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]) ? 1 : 0;
            yield return text.Substring(at, length);
            at += length;
        }
    }

    /// <summary>Why an answer stops, in OpenAI's words.</summary>
    protected static string ReasonOf(FakeCall call, FakeReply reply, FakeBill bill) =>
        reply.FinishReason ?? (reply.Tool is not null ? "tool_calls" : bill.OutputTokens == call.MaxOutputTokens ? "length" : "stop");

    /// <summary>A number of a request's body.</summary>
    protected static int? Number(JsonElement body, string name) => body.TryGetProperty(name, out var limit) ? limit.GetInt32() : null;
}
