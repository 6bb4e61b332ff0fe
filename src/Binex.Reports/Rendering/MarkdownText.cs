using System.Text;
using Binex.Core.Text;

namespace Binex.Reports.Rendering;

/// <summary>Makes text of unknown origin safe in Markdown, as GitHub and GitLab read it.</summary>
public static class MarkdownText
{
    // Breaks what platforms turn into links and mentions of their own accord; not visible.
    private const char WordBreak = '\u200B';

    /// <summary>A text on one line that means nothing to Markdown: no markup, no HTML, no link, no mention, no formula.</summary>
    /// <param name="text">The text.</param>
    public static string Escape(string text)
    {
        var clean = TerminalText.SanitizeLine(text);
        var escaped = new StringBuilder(clean.Length + 16);
        foreach (var character in clean)
        {
            switch (character)
            {
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '@':
                    escaped.Append('@').Append(WordBreak);
                    break;
                case '#':
                    escaped.Append("\\#").Append(WordBreak);
                    break;
                case ':' or '.' when escaped.Length >= 3 && IsLinkStart(escaped):
                    escaped.Append(character).Append(WordBreak);
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' or '!':
                    escaped.Append('\\').Append(character);
                    break;
                default:
                    escaped.Append(character);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>A text of several lines in a fence that is longer than any in the text.</summary>
    internal static Markup Fence(string text, string language)
    {
        var clean = TerminalText.Sanitize(text);
        var longest = 0;
        var run = 0;
        foreach (var character in clean)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', Math.Max(3, longest + 1));
        return new Markup($"{fence}{language}\n{clean.TrimEnd('\n')}\n{fence}");
    }

    private static bool IsLinkStart(StringBuilder text)
    {
        foreach (var start in (ReadOnlySpan<string>)["http", "https", "ftp", "mailto", "xmpp", "www"])
        {
            if (text.Length >= start.Length && text.ToString(text.Length - start.Length, start.Length).Equals(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
