namespace Binex.Validation.Documents.Scalars;

/// <summary>Finds the ends of lines: LF, CRLF or CR.</summary>
internal static class LineBreaks
{
    /// <summary>Whether a character ends a line.</summary>
    public static bool IsBreak(char character) => character is '\n' or '\r';

    /// <summary>Offset after the line break that stands at an offset.</summary>
    public static int After(string text, int offset) =>
        text[offset] == '\r' && offset + 1 < text.Length && text[offset + 1] == '\n' ? offset + 2 : offset + 1;

    /// <summary>Offset of the next line break, or the text's length.</summary>
    public static int Next(string text, int offset)
    {
        var length = text.AsSpan(offset).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : offset + length;
    }
}
