using System.Text;
using Binex.Core.Text;

namespace Binex.Models.Providers;

/// <summary>Makes a provider's own words fit to be kept.</summary>
internal static class ProviderWords
{
    private const int Longest = 2_048;
    private const int ShortestSecret = 6;
    private const string Mask = "***";

    /// <summary>The beginning of a body, without the key; null when it is empty.</summary>
    /// <param name="body">The body.</param>
    /// <param name="key">The key; null where none was sent.</param>
    internal static string? Of(ReadOnlyMemory<byte> body, string? key)
    {
        // The key is looked for in more than is kept, so that the cut does not leave half of it.
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 4 * Longest)]).Trim();
        text = WithoutHalf(Masked(text, key), key);
        if (text.Length > Longest)
        {
            text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A text without the key, and without the passwords of addresses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key; null where none was sent.</param>
    internal static string Masked(string text, string? key) =>
        AddressText.WithoutPasswords(key is { Length: >= ShortestSecret } ? text.Replace(key, Mask, StringComparison.Ordinal) : text);

    // Where the key was repeated, the cut can come to lie within what is kept.
    private static string WithoutHalf(string text, string? key)
    {
        for (var length = Math.Min((key?.Length ?? 0) - 1, text.Length); length >= ShortestSecret; length--)
        {
            if (text.AsSpan().EndsWith(key.AsSpan(0, length), StringComparison.Ordinal))
            {
                return text[..^length];
            }
        }

        return text;
    }
}
