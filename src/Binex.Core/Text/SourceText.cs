namespace Binex.Core.Text;

/// <summary>The text of one file and its lines.</summary>
public sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    /// <summary>Takes a file's text and finds its lines (ended by LF, CRLF or CR).</summary>
    /// <param name="path">Path as the user gave it.</param>
    /// <param name="text">The whole text.</param>
    public SourceText(string path, string text)
    {
        Path = path.Replace('\\', '/');
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>Path as the user gave it, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>How many lines there are; an empty text has one.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>The place of a character.</summary>
    /// <param name="offset">Offset in UTF-16 units, from 0 to the text's length.</param>
    public TextPosition PositionAt(int offset)
    {
        // Searched by hand: the library's search is loaded by reflection, which takes longer than all searches in a small file.
        var (line, after) = (0, _lineStarts.Count);
        while (after - line > 1)
        {
            var middle = (line + after) / 2;
            (line, after) = _lineStarts[middle] <= offset ? (middle, after) : (line, middle);
        }

        return new TextPosition(line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The offset of a place, held within the text and within its line.</summary>
    /// <param name="position">The place.</param>
    public int OffsetOf(TextPosition position)
    {
        if (position.Line > LineCount)
        {
            return Text.Length;
        }

        if (position.Line < 1)
        {
            return 0;
        }

        var start = _lineStarts[position.Line - 1];
        var last = position.Line == LineCount ? Text.Length : _lineStarts[position.Line] - 1;
        return Math.Clamp(position.Column - 1, 0, last - start) + start;
    }

    /// <summary>A line without its end.</summary>
    /// <param name="line">Line, from 1.</param>
    public ReadOnlySpan<char> Line(int line)
    {
        if (line < 1 || line > LineCount)
        {
            return [];
        }

        var start = _lineStarts[line - 1];
        var end = line == LineCount ? Text.Length : _lineStarts[line];
        return Text.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    /// <summary>The range between two offsets.</summary>
    /// <param name="start">Offset of the first character.</param>
    /// <param name="end">Offset after the last character.</param>
    public TextRange Range(int start, int end) => new(PositionAt(start), PositionAt(end));
}
