using System.Buffers;
using System.Text;
using Binex.Core.Text;

namespace Binex.Reports.Rendering;

/// <summary>Makes text of unknown origin safe in HTML, inside elements and inside quoted attributes.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"'`");

    public static string Escape(string text)
    {
        var clean = TerminalText.Sanitize(text);
        var next = clean.AsSpan().IndexOfAny(Special);
        if (next < 0)
        {
            return clean;
        }

        var escaped = new StringBuilder(clean.Length + 32);
        var start = 0;
        while (next >= 0)
        {
            escaped.Append(clean, start, next).Append(Entity(clean[start + next]));
            start += next + 1;
            next = clean.AsSpan(start).IndexOfAny(Special);
        }

        return escaped.Append(clean, start, clean.Length - start).ToString();
    }

    private static string Entity(char character) => character switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "&#96;",
    };
}
