namespace Binex.Validation.Documents.Scalars;

/// <summary>Reads literal and folded blocks a second time, for the places of their characters (YAML 1.2.2, section 8.1).</summary>
internal static class BlockScalarReader
{
    /// <summary>Reads a scalar.</summary>
    public static void Read(ScalarNode scalar, ScalarMapBuilder map)
    {
        var text = scalar.Source.Text;
        var header = LineBreaks.Next(text, scalar.Start);
        if (header == text.Length)
        {
            return;
        }

        var first = LineBreaks.After(text, header);
        var indent = IndentOf(text, first, scalar.Value);
        if (scalar.Form == ScalarForm.Literal)
        {
            ReadLiteral(text, first, indent, map);
        }
        else
        {
            ReadFolded(text, first, indent, map);
        }
    }

    // What the first line with content has more of spaces in the source than in the value. This spares knowing the
    // indentation of the parent, on which an indentation indicator builds.
    private static int IndentOf(string text, int start, string value)
    {
        while (start < text.Length)
        {
            var end = LineBreaks.Next(text, start);
            var spaces = Spaces(text.AsSpan(start, end - start));
            if (start + spaces < end)
            {
                return spaces - Spaces(value.AsSpan().TrimStart('\n'));
            }

            if (end == text.Length)
            {
                break;
            }

            start = LineBreaks.After(text, end);
        }

        return 0;
    }

    private static void ReadLiteral(string text, int start, int indent, ScalarMapBuilder map)
    {
        while (start < text.Length && !map.IsDone)
        {
            var end = LineBreaks.Next(text, start);
            map.AddVerbatim(text, Math.Min(start + indent, end), end);
            if (end == text.Length)
            {
                break;
            }

            start = LineBreaks.After(text, end);
            if (!map.IsDone)
            {
                map.Add('\n', end, start);
            }
        }
    }

    private static void ReadFolded(string text, int start, int indent, ScalarMapBuilder map)
    {
        var breaks = new List<int>();
        var afterIndented = true;
        while (start < text.Length && !map.IsDone)
        {
            var end = LineBreaks.Next(text, start);
            var content = Math.Min(start + indent, end);
            if (content < end && Spaces(text.AsSpan(start, content - start)) == indent)
            {
                var indented = text[content] is ' ' or '\t';
                AddBreaks(text, breaks, map, keepAll: afterIndented || indented);
                afterIndented = indented;
                map.AddVerbatim(text, content, end);
            }
            else if (content < end)
            {
                break;
            }

            if (end == text.Length)
            {
                break;
            }

            breaks.Add(end);
            start = LineBreaks.After(text, end);
        }

        foreach (var position in breaks)
        {
            if (map.IsDone)
            {
                break;
            }

            map.Add('\n', position, LineBreaks.After(text, position));
        }
    }

    // Between two lines that are not indented further, one break is a space and of several the first is nothing.
    private static void AddBreaks(string text, List<int> breaks, ScalarMapBuilder map, bool keepAll)
    {
        for (var i = keepAll || breaks.Count == 1 ? 0 : 1; i < breaks.Count; i++)
        {
            map.Add(keepAll || breaks.Count > 1 ? '\n' : ' ', breaks[i], LineBreaks.After(text, breaks[i]));
        }

        breaks.Clear();
    }

    private static int Spaces(ReadOnlySpan<char> line)
    {
        var count = line.IndexOfAnyExcept(' ');
        return count < 0 ? line.Length : count;
    }
}
