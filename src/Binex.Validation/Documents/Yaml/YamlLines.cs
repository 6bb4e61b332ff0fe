using Binex.Core.Text;

namespace Binex.Validation.Documents.Yaml;

/// <summary>Looks at the lines around a place at which a key or a colon was not expected.</summary>
internal static class YamlLines
{
    /// <summary>A colon that begins a map where none can be.</summary>
    public static SyntaxMistake StrayColon(SourceText source, int colon)
    {
        var position = source.PositionAt(colon);
        var before = source.Line(position.Line)[..(position.Column - 1)];
        var isSecond = before.IndexOf(": ") >= 0;
        if (isSecond)
        {
            return new SyntaxMistake(
                source.Range(colon, Math.Min(colon + 1, source.Text.Length)),
                "a value without quotes cannot contain ': '",
                "put the whole value in quotes");
        }

        for (var line = position.Line - 1; line >= 1; line--)
        {
            var above = source.Line(line).TrimEnd();
            if (above.TrimStart().Length == 0)
            {
                continue;
            }

            var glued = above.IndexOf(':');
            if (glued >= 0 && glued + 1 < above.Length && above[glued + 1] is not (' ' or '/') && above.IndexOf(": ") < 0)
            {
                return new SyntaxMistake(OneCharacter(line, glued + 1), "a blank is missing after ':'", "write 'key: value'");
            }

            if (above.IndexOf(':') < 0)
            {
                return new SyntaxMistake(
                    WholeLine(source, line), "this line is no 'key: value'", "add the ':' or join the line to the value above");
            }

            break;
        }

        return new SyntaxMistake(
            WholeLine(source, position.Line),
            "this line is indented deeper than the line above, which already has a value",
            "give it the indentation of the keys beside it");
    }

    /// <summary>Something that is no key where a key must be.</summary>
    public static SyntaxMistake NoKey(SourceText source, int start)
    {
        var position = source.PositionAt(start);
        var line = source.Line(position.Line);
        var before = line[..Math.Min(position.Column - 1, line.Length)].Trim();
        var rest = line[Math.Min(position.Column - 1, line.Length)..];
        if (before.Length > 0)
        {
            return new SyntaxMistake(
                RestOfLine(source, start),
                "text follows the end of a value",
                "put the whole value in quotes, or the text on a line of its own");
        }

        if (rest.StartsWith("- "))
        {
            return new SyntaxMistake(
                RestOfLine(source, start), "a list item stands where a key is expected", "indent it below the key that it belongs to");
        }

        if (rest.IndexOf(": ") < 0 && !rest.TrimEnd().EndsWith(":"))
        {
            var glued = rest.IndexOf(':');
            return glued > 0
                ? new SyntaxMistake(
                    OneCharacter(position.Line, position.Column + glued), "a blank is missing after ':'", "write 'key: value'")
                : new SyntaxMistake(RestOfLine(source, start), "this line is no 'key: value'", "add the ':' after the key");
        }

        return new SyntaxMistake(
            RestOfLine(source, start),
            $"this line is indented by {position.Column - 1} spaces, which fits none of the lines above",
            "give it the indentation of the keys beside it");
    }

    /// <summary>From an offset to the end of its line, blanks at the end left out.</summary>
    public static TextRange RestOfLine(SourceText source, int start)
    {
        var position = source.PositionAt(start);
        var end = Math.Max(position.Column, source.Line(position.Line).TrimEnd().Length + 1);
        return new TextRange(position, position with { Column = end });
    }

    private static TextRange WholeLine(SourceText source, int line)
    {
        var text = source.Line(line);
        return new TextRange(
            new TextPosition(line, text.Length - text.TrimStart().Length + 1),
            new TextPosition(line, Math.Max(1, text.TrimEnd().Length + 1)));
    }

    private static TextRange OneCharacter(int line, int column) => new(new TextPosition(line, column), new TextPosition(line, column + 1));
}
