using Binex.Core.Attachments;
using Binex.Core.Models;
using Binex.Core.Prices;

namespace Binex.Models.Tokens;

/// <summary>
/// The bounds by which money is held: exact counts of a message's text where the model's tokenizer is at hand, and the bounds of
/// <see cref="SoundTokenBounds"/> for everything else. Framing is bounded alike for all.
/// </summary>
/// <param name="prices">Says whose a model is, for the bounds of images and documents; null where nobody knows.</param>
public sealed class TokenBounds(IPriceBook? prices = null) : ITokenBounds
{
    /// <summary>Shorter texts are not worth loading a tokenizer for.</summary>
    public const int LeastBytes = 512;

    private readonly SoundTokenBounds _sound = new(prices);

    /// <summary>Whether the tokenizer of a model is at hand.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    /// <param name="apiBase">Address where it is asked; null for its provider's own.</param>
    public static bool CountsExactly(string model, string? apiBase) => VocabularyOf(model, apiBase) is not null;

    /// <inheritdoc/>
    public long AttachmentTokens(string model, string? apiBase, Attachment file) => _sound.AttachmentTokens(model, apiBase, file);

    /// <inheritdoc/>
    public long InputTokens(ChatRequest request)
    {
        var bound = _sound.InputTokens(request);
        if (VocabularyOf(request.Model, request.ApiBase) is not { } vocabulary)
        {
            return bound;
        }

        foreach (var message in request.Messages)
        {
            var bytes = System.Text.Encoding.UTF8.GetByteCount(message.Text);
            if (bytes >= LeastBytes)
            {
                bound -= bytes - OpenAiVocabularies.Count(vocabulary, message.Text);
            }
        }

        return bound;
    }

    // Behind an address of the user's own there may be any model, whatever it calls itself.
    private static string? VocabularyOf(string model, string? apiBase) =>
        apiBase is null ? OpenAiVocabularies.Of(model) : null;
}
