using Binex.Core.Attachments;
using Binex.Core.Models;

namespace Binex.Models.Simulation;

/// <summary>Counts tokens as models do on average: four characters each.</summary>
internal static class SimulatedTokens
{
    private const int Characters = 4;

    /// <summary>Tokens of a text.</summary>
    /// <param name="text">The text.</param>
    internal static int Of(string text) => (text.Length + Characters - 1) / Characters;

    /// <summary>Tokens of a request; never more than its bound.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bounds">The bounds.</param>
    internal static long Input(ChatRequest request, ITokenBounds bounds) =>
        Math.Min(bounds.InputTokens(request), request.Messages.Sum(message => 4L + Of(message.Text) + message.Attachments.Sum(file => OfFile(file, request, bounds))));

    // An image counts what it counts; of a document nobody knows it, and its bound is far above.
    private static long OfFile(Attachment file, ChatRequest request, ITokenBounds bounds)
    {
        var most = bounds.AttachmentTokens(request.Model, request.ApiBase, file);
        return file.Kind == AttachmentKind.Image ? most : Math.Min(most, file.Content.Length / Characters);
    }

    /// <summary>The beginning of a text, up to a number of tokens, without half a character at its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The most it may have.</param>
    internal static string Cut(string text, int tokens)
    {
        var length = (int)Math.Min(text.Length, (long)Math.Max(0, tokens) * Characters);
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        return text[..length];
    }
}
