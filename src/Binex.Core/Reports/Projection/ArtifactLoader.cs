using System.Buffers;
using System.Text;
using Binex.Core.Artifacts;

namespace Binex.Core.Reports.Projection;

/// <summary>Puts contents into artifacts, as far as the limits go.</summary>
internal static class ArtifactLoader
{
    private const int HashLength = 64;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static async Task<IReadOnlyList<ReportArtifact>> LoadAsync(
        IReadOnlyList<ReportArtifact> artifacts, IArtifactStore store, ReportOptions options, CancellationToken cancellationToken)
    {
        var loaded = new ReportArtifact[artifacts.Count];
        var left = options.TotalContentLimit;
        for (var i = 0; i < loaded.Length; i++)
        {
            loaded[i] = artifacts[i];
            if (left <= 0)
            {
                loaded[i] = artifacts[i] with { Content = "", Cut = true };
            }
            else if (IsHash(artifacts[i].Hash) && await store.GetAsync(artifacts[i].Hash, cancellationToken).ConfigureAwait(false) is { } bytes)
            {
                var (text, cut) = Decode(bytes, (int)Math.Min(options.ContentLimit, left));
                left -= text.Length;
                loaded[i] = artifacts[i] with { Bytes = bytes.Length, Content = text, Cut = cut };
            }
        }

        return loaded;
    }

    /// <summary>The beginning of a content. What is not UTF-8 becomes U+FFFD; no character is cut in two.</summary>
    internal static (string Text, bool Cut) Decode(ReadOnlySpan<byte> bytes, int limit)
    {
        if (Encoding.UTF8.GetMaxCharCount(bytes.Length) <= limit)
        {
            return (Encoding.UTF8.GetString(bytes), false);
        }

        // One place more than the limit: a pair that begins at the last place fits whole, and is left out below.
        var chars = new char[limit + 1];
        Encoding.UTF8.GetDecoder().Convert(bytes, chars, flush: true, out var bytesUsed, out var charsUsed, out _);
        if (bytesUsed == bytes.Length && charsUsed <= limit)
        {
            return (new string(chars, 0, charsUsed), false);
        }

        var length = Math.Min(charsUsed, limit);
        return (new string(chars, 0, length > 0 && char.IsHighSurrogate(chars[length - 1]) ? length - 1 : length), true);
    }

    // A journal is a file that anybody may have written; only what can be a hash is asked for.
    private static bool IsHash(string text) => text.Length == HashLength && text.AsSpan().IndexOfAnyExcept(HexDigits) < 0;
}
