using System.Text;
using System.Text.Json;
using Binex.Core.Attachments;
using Binex.Core.Models;
using Binex.Core.Prices;

namespace Binex.Models.Tokens;

/// <summary>
/// Bounds that hold for every model: the UTF-8 bytes of a request, and its framing.
/// <para>
/// A vocabulary of bytes (every GPT, Claude, Llama 3, Qwen, DeepSeek, Mistral) makes at least one byte of each token, and one of
/// pieces falls back to bytes (Gemini, Llama 2), so that no text is more tokens than bytes. What a chat template adds stands
/// beside the text and is bounded by the constants below.
/// </para>
/// </summary>
/// <param name="prices">Says whose a model is, for the bounds of images and documents; null where nobody knows.</param>
public sealed class SoundTokenBounds(IPriceBook? prices = null) : ITokenBounds
{
    /// <summary>
    /// Tokens of a message beside its text: role, delimiters, the space some vocabularies put in front. OpenAI states 3, the templates
    /// of open models take 4 to 7.
    /// </summary>
    public const int PerMessage = 16;

    /// <summary>
    /// Tokens of a request beside its messages: beginning and end marks, the head of the answer, and the system message that some
    /// templates write on their own. The longest known is that of gpt-oss with about 70, then Llama 3.1 with about 30.
    /// </summary>
    public const int PerRequest = 256;

    /// <summary>
    /// Tokens with which a provider introduces a schema or tools. Anthropic states up to 530 for tools, the largest that any states.
    /// </summary>
    public const int PerSchema = 1_024;

    /// <summary>
    /// A provider may lay out a schema anew, with indentation, before its model reads it. Runs of spaces are few tokens, so that
    /// three times the bytes sent leaves room.
    /// </summary>
    public const int JsonLayout = 3;

    private readonly AttachmentBounds _attachments = new(prices);

    /// <inheritdoc/>
    public long AttachmentTokens(string model, string? apiBase, Attachment file) => _attachments.Of(model, apiBase, file);

    /// <inheritdoc/>
    public long InputTokens(ChatRequest request)
    {
        long total = PerRequest;
        foreach (var message in request.Messages)
        {
            total += Bytes(message.Text) + PerMessage;
        }

        foreach (var stop in request.Stop)
        {
            total += Bytes(stop);
        }

        return total + _attachments.Of(request) + OfJson(request.OutputSchema) + OfJson(request.Extra) + Bytes(request.ReasoningEffort ?? "");
    }

    // A lone half of a surrogate pair counts three bytes, which is what takes its place on the wire.
    private static long Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private static long OfJson(JsonElement? value) =>
        value is { ValueKind: not JsonValueKind.Undefined } json ? PerSchema + (JsonLayout * Bytes(json.GetRawText())) : 0;
}
