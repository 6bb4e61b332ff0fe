using Binex.Core.Models;

namespace Binex.Models.Tokens;

/// <summary>
/// The bounds by which money is held: exact counts of a message's text where the model's tokenizer is at hand, and the bounds of
/// <see cref="SoundTokenBounds"/> for everything else. Framing is bounded alike for all.
/// </summary>
public sealed class TokenBounds : ITokenBounds
{
    /// <summary>Shorter texts are not worth loading a tokenizer for.</summary>
    public const int LeastBytes = 512;

    private readonly SoundTokenBounds _sound = new();

    /// <inheritdoc/>
    public long InputTokens(ChatRequest request)
    {
        var bound = _sound.InputTokens(request);

        // Behind an address of the user's own there may be any model, whatever it calls itself.
        if (request.ApiBase is not null || OpenAiVocabularies.Of(request.Model) is not { } vocabulary)
        {
            return bound;
        }

        foreach (var message in request.Messages)
        {
            var bytes = System.Text.Encoding.UTF8.GetByteCount(message.Text);
            if (bytes >= LeastBytes)
            {
                bound -= bytes - OpenAiVocabularies.Count(vocabulary.Value, message.Text);
            }
        }

        return bound;
    }
}
