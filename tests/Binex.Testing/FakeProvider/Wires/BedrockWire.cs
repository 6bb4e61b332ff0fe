using System.Text;
using System.Text.Json;

namespace Binex.Testing.FakeProvider.Wires;

/// <summary>Anthropic's messages as Bedrock takes them: the model is in the path, the events of a stream are frames of AWS, errors have words alone.</summary>
internal sealed class BedrockWire : AnthropicWire
{
    private const string Begin = "/model/";
    private const string Streamed = "/invoke-with-response-stream";

    protected override string[] Paths => ["/invoke", Streamed];

    internal override string StreamType => "application/vnd.amazon.eventstream";

    internal override IReadOnlyDictionary<string, string> StreamHeaders => new Dictionary<string, string> { ["x-amzn-bedrock-content-type"] = "application/json" };

    internal override string ModelOf(string path, JsonElement body) => path[(path.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..path.LastIndexOf('/')];

    internal override bool IsStreamed(string path, JsonElement body) => path.EndsWith(Streamed, StringComparison.Ordinal);

    internal override string Error(int status, string? code, string message) => JsonSerializer.Serialize(new { message });

    // An event "exception: NAME" is what AWS itself says in the middle of a stream.
    internal override byte[] BytesOf(string piece)
    {
        var data = piece[(piece.IndexOf("data: ", StringComparison.Ordinal) + "data: ".Length)..].TrimEnd('\n');
        return piece.StartsWith("exception: ", StringComparison.Ordinal)
            ? AwsFrame.Of(Encoding.UTF8.GetBytes(data), (":message-type", "exception"), (":exception-type", piece["exception: ".Length..piece.IndexOf('\n', StringComparison.Ordinal)]))
            : AwsFrame.Of(
                JsonSerializer.SerializeToUtf8Bytes(new { bytes = Encoding.UTF8.GetBytes(data), p = "abcdefgh" }),
                (":event-type", "chunk"), (":content-type", "application/json"), (":message-type", "event"));
    }
}
