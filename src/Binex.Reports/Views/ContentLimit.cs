using System.Text;
using Binex.Core.Reports;

namespace Binex.Reports.Views;

/// <summary>How much of one content a page shows, so that all of them together do not make it too large to send around.</summary>
internal sealed class ContentLimit
{
    private const long AllBytes = 900_000;
    private const int LeastBytes = 300;
    private const int EntityBytes = 4;

    private readonly long _bytes;

    private ContentLimit(long bytes) => _bytes = bytes;

    /// <summary>The highest limit under which the contents fit: the short ones whole, the long ones all to the same length.</summary>
    /// <param name="artifacts">The contents.</param>
    public static ContentLimit For(IReadOnlyList<ReportArtifact> artifacts)
    {
        var sizes = artifacts.Select(artifact => artifact.Content is { } text ? BytesOf(text) : 0).ToArray();
        Array.Sort(sizes);
        var left = AllBytes;
        for (var i = 0; i < sizes.Length; i++)
        {
            var share = left / (sizes.Length - i);
            if (sizes[i] > share)
            {
                return new ContentLimit(Math.Max(LeastBytes, share));
            }

            left -= sizes[i];
        }

        return new ContentLimit(long.MaxValue);
    }

    /// <summary>As much of a text as may be shown; no character is cut in two.</summary>
    public string Cut(string text)
    {
        var size = _bytes == long.MaxValue || text.Length * 3L <= _bytes ? 0 : BytesOf(text);
        if (size <= _bytes)
        {
            return text;
        }

        var length = (int)(text.Length * (_bytes / (double)size));
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    // What it takes on the page: UTF-8, with what HTML has a meaning for written out.
    private static long BytesOf(string text)
    {
        var span = text.AsSpan();
        return Encoding.UTF8.GetByteCount(span) + (EntityBytes * ((long)span.Count('<') + span.Count('>') + span.Count('&') + span.Count('"') + span.Count('\'')));
    }
}
