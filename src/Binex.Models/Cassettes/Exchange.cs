using System.Text.Encodings.Web;
using System.Text.Json;

namespace Binex.Models.Cassettes;

/// <summary>A file of a cassette (<c>schemas/v1/cassette.schema.json</c>): what one call asked, and what it was answered.</summary>
/// <param name="V">Version of the form.</param>
/// <param name="Node">The node that asked.</param>
/// <param name="Hash">Hash of the request: <see cref="RequestHash"/>.</param>
/// <param name="Request">All that was asked.</param>
internal sealed record Exchange(int V, string Node, string Hash, JsonElement Request)
{
    /// <summary>The model's answer; null where the provider failed.</summary>
    public ExchangeAnswer? Answer { get; init; }

    /// <summary>The provider's failure; null where the model answered.</summary>
    public ExchangeFailure? Failure { get; init; }

    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    private static readonly ExchangeJson Json = new(new JsonSerializerOptions(ExchangeJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    });

    /// <summary>The file's bytes; the same exchange always gives the same.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json.Exchange), (byte)'\n'];

    /// <summary>The exchange in a file; null with a problem when it is none.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="problem">Why it is none, as part of a sentence.</param>
    public static Exchange? Read(ReadOnlySpan<byte> utf8, out string? problem)
    {
        try
        {
            var exchange = JsonSerializer.Deserialize(utf8, Json.Exchange);
            problem = exchange switch
            {
                null => "it is null",
                { V: not Version } => $"it has version {exchange.V}, and this version of Binex reads version {Version}",
                { Request.ValueKind: not JsonValueKind.Object } => "its request is no object",
                { Answer: null, Failure: null } => "it has no answer",
                { Answer: not null, Failure: not null } => "it has an answer and a failure",
                { Failure.Message.Length: 0 } => "its failure has no message",
                _ => null,
            };
            return problem is null ? exchange : null;
        }
        catch (JsonException exception)
        {
            problem = exception.Message;
            return null;
        }
    }
}
