using System.Buffers;
using Binex.Core.Text;
using Binex.Validation.Documents.Scalars;
using YamlDotNet.Core;

namespace Binex.Validation.Documents.Yaml;

/// <summary>
/// Says in plain words what is wrong with a text that the YAML parser rejects. The parser's words pick the group; the text
/// around the place picks the sentence.
/// </summary>
internal static class YamlMistakes
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Explains an exception of the parser.</summary>
    /// <param name="source">The text.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="flow">The innermost bracket that is open; null when there is none.</param>
    public static SyntaxMistake Explain(SourceText source, YamlException exception, OpenCollection? flow)
    {
        var start = Math.Min((int)exception.Start.Index, source.Text.Length);
        var end = Math.Clamp((int)exception.End.Index, start, source.Text.Length);
        var message = exception.Message;
        if (message.Contains("tab", StringComparison.Ordinal) && IndentingTab(source, start) is { } tab)
        {
            return tab;
        }

        return message switch
        {
            _ when message.Contains("escape", StringComparison.Ordinal) || message.Contains("hexadecimal", StringComparison.Ordinal) => BadEscape(
                source, start),
            _ when message.Contains("quoted scalar, found", StringComparison.Ordinal) => new SyntaxMistake(
                source.Range(start, start + 1),
                $"the quote {source.Text[start]} that opens here is not closed",
                "close it, or indent the lines that belong to it"),
            _ when message.Contains("found invalid mapping", StringComparison.Ordinal)
                || message.Contains("mapping values are not allowed", StringComparison.OrdinalIgnoreCase) => YamlLines.StrayColon(source, start),
            _ when message.Contains("expected ':'", StringComparison.Ordinal) => new SyntaxMistake(
                YamlLines.RestOfLine(source, start), "this line is no 'key: value'", "add the ':' after the key, or quotes around the text"),
            _ when message.Contains("disallowed: []{},", StringComparison.Ordinal) => new SyntaxMistake(
                source.Range(start, Math.Min(start + 1, source.Text.Length)),
                "a value without quotes that begins with '*' is an alias, and one with '&' an anchor; this one has no name",
                "put the text in quotes"),
            _ when message.Contains("<document end>", StringComparison.Ordinal) => new SyntaxMistake(
                YamlLines.RestOfLine(source, start), "the workflow ends before this line, which does not belong to it", "check its indentation"),
            _ when message.Contains("cannot start any token", StringComparison.Ordinal) => new SyntaxMistake(
                source.Range(start, end), $"a value without quotes cannot begin with '{source.Text[start]}'", "put the value in quotes"),
            _ when message.Contains("expected key", StringComparison.Ordinal) => YamlLines.NoKey(source, start),
            _ when message.Contains("expected '-'", StringComparison.Ordinal) => new SyntaxMistake(
                YamlLines.RestOfLine(source, start),
                "a list goes before this line, so the line must begin with '- ' or belong to what is above the list",
                "check its indentation"),
            _ when message.Contains("sequence entries are not allowed", StringComparison.Ordinal) => new SyntaxMistake(
                YamlLines.RestOfLine(source, start), "a list cannot begin on the line of its key", "put each '- ' on a line of its own"),
            _ when message.Contains("expected comment or line break", StringComparison.Ordinal) => new SyntaxMistake(
                YamlLines.RestOfLine(source, start),
                "after '|' or '>' only an indentation digit, '+' or '-' may follow",
                "begin the text on the next line"),
            _ when message.Contains("node content", StringComparison.Ordinal) && start < source.Text.Length => new SyntaxMistake(
                source.Range(start, start + 1), $"a value is missing before '{source.Text[start]}'"),
            _ when flow is not null && !message.Contains("scanning", StringComparison.Ordinal) => Unclosed(source, flow),
            _ => new SyntaxMistake(source.Range(start, end), Plain(message)),
        };
    }

    /// <summary>Explains a text at which the parser broke down.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offset">How far it was read.</param>
    /// <param name="flow">The innermost bracket that is open; null when there is none.</param>
    public static SyntaxMistake Unreadable(SourceText source, int offset, OpenCollection? flow)
    {
        offset = Math.Min(offset, source.Text.Length);
        return flow is not null ? Unclosed(source, flow) : new SyntaxMistake(
            source.Range(offset, offset), "the text cannot be read as YAML from here on");
    }

    private static SyntaxMistake Unclosed(SourceText source, OpenCollection flow)
    {
        var line = source.Text.AsSpan(flow.Start, LineBreaks.Next(source.Text, flow.Start) - flow.Start);
        var end = flow.IsMapping ? '}' : ']';
        if (OutsideQuotes(line, (at, text) => text[at..].StartsWith("${")) is >= 0 and var reference)
        {
            return new SyntaxMistake(
                source.Range(flow.Start + reference, flow.Start + reference + 2),
                "inside brackets a reference must be in quotes, because '{' opens a map there",
                "put the whole value in quotes");
        }

        if (OutsideQuotes(line, (at, text) => text[at] == '#' && at > 0 && text[at - 1] is ' ' or '\t') is >= 0 and var comment
            && line[comment..].Contains(end))
        {
            return new SyntaxMistake(
                YamlLines.RestOfLine(source, flow.Start + comment),
                $"from this '#' on the line is a comment, and so is the '{end}' that closes the bracket",
                "put a value that begins with '#' in quotes");
        }

        return new SyntaxMistake(
            source.Range(flow.Start, Math.Min(flow.Start + 1, source.Text.Length)),
            $"the bracket {(flow.IsMapping ? '{' : '[')} that opens here is not closed, or a comma is missing in it",
            $"close it with '{end}'");
    }

    // Offset of the first place outside of quotes that is looked for, or -1.
    private static int OutsideQuotes(ReadOnlySpan<char> line, Func<int, ReadOnlySpan<char>, bool> isIt)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (quote == '\0' && isIt(i, line))
            {
                return i;
            }

            if (line[i] == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && line[i] is '"' or '\'')
            {
                quote = line[i];
            }
        }

        return -1;
    }

    private static SyntaxMistake? IndentingTab(SourceText source, int start)
    {
        for (var line = source.PositionAt(start).Line; line <= source.LineCount; line++)
        {
            var text = source.Line(line);
            var indent = text[..^text.TrimStart().Length];
            if (indent.IndexOf('\t') is >= 0 and var tab)
            {
                return new SyntaxMistake(
                    new TextRange(new TextPosition(line, tab + 1), new TextPosition(line, tab + 2)),
                    "this line is indented with a tab, and YAML allows only spaces",
                    "replace the tab by spaces");
            }
        }

        return null;
    }

    private static SyntaxMistake BadEscape(SourceText source, int start)
    {
        const string Known = "0abt\tnvfre \"/\\N_LPxuU\r\n";
        var text = source.Text;
        for (var i = start + 1; i + 1 < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                continue;
            }

            var letter = text[++i];
            var digits = letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            var given = text.AsSpan(i + 1, Math.Min(digits, text.Length - i - 1));
            if (!Known.Contains(letter, StringComparison.Ordinal) || given.Length < digits || given.ContainsAnyExcept(HexDigits))
            {
                return new SyntaxMistake(
                    source.Range(i - 1, i + 1),
                    digits == 0 ? $"'\\{letter}' is no escape of a double-quoted text" : $"'\\{letter}' needs {digits} hexadecimal digits",
                    "write two backslashes for one, or use single quotes");
            }
        }

        return new SyntaxMistake(
            source.Range(start, Math.Min(start + 1, text.Length)), "this double-quoted text has an escape that does not exist");
    }

    // "While scanning a block scalar, found x." says what matters after the comma.
    private static string Plain(string message)
    {
        var comma = message.IndexOf(", ", StringComparison.Ordinal);
        var text = (comma < 0 ? message : message[(comma + 2)..]).TrimEnd('.');
        return text.Length == 0 ? "the text cannot be read as YAML from here on" : $"the text cannot be read as YAML: {char.ToLowerInvariant(text[0])}{text[1..]}";
    }
}
