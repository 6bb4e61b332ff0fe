using System.Globalization;

namespace Binex.Validation.Documents.Scalars;

/// <summary>Reads plain and quoted scalars a second time, for the places of their characters (YAML 1.2.2, section 7.3).</summary>
internal static class FlowScalarReader
{
    /// <summary>Reads a scalar.</summary>
    public static void Read(ScalarNode scalar, ScalarMapBuilder map)
    {
        var text = scalar.Source.Text;
        var quotes = scalar.Form == ScalarForm.Plain ? 0 : 1;
        var end = scalar.End - quotes;
        var i = scalar.Start + quotes;
        while (i < end && !map.Failed)
        {
            i = text[i] switch
            {
                ' ' or '\t' => Blanks(text, i, end, map),
                '\n' or '\r' => Fold(text, i, end, map, escaped: false),
                '\\' when scalar.Form == ScalarForm.DoubleQuoted => Escape(text, i, end, map),
                '\'' when scalar.Form == ScalarForm.SingleQuoted => One(map, '\'', i, i + 2),
                var other => One(map, other, i, i + 1),
            };
        }
    }

    private static int One(ScalarMapBuilder map, char character, int start, int end)
    {
        map.Add(character, start, end);
        return end;
    }

    // Blanks at the end of a line belong to the fold.
    private static int Blanks(string text, int start, int end, ScalarMapBuilder map)
    {
        var i = SkipBlanks(text, start, end);
        if (i == end || !LineBreaks.IsBreak(text[i]))
        {
            map.AddVerbatim(text, start, i);
        }

        return i;
    }

    // One line break is a space, further ones are line breaks; an escaped one is nothing.
    private static int Fold(string text, int start, int end, ScalarMapBuilder map, bool escaped)
    {
        var next = SkipBlanks(text, LineBreaks.After(text, start), end);
        if (next >= end || !LineBreaks.IsBreak(text[next]))
        {
            if (!escaped)
            {
                map.Add(' ', start, LineBreaks.After(text, start));
            }

            return next;
        }

        while (next < end && LineBreaks.IsBreak(text[next]))
        {
            map.Add('\n', next, LineBreaks.After(text, next));
            next = SkipBlanks(text, LineBreaks.After(text, next), end);
        }

        return next;
    }

    private static int Escape(string text, int start, int end, ScalarMapBuilder map)
    {
        if (start + 1 >= end)
        {
            return One(map, '\\', start, end);
        }

        var letter = text[start + 1];
        if (LineBreaks.IsBreak(letter))
        {
            return Fold(text, start + 1, end, map, escaped: true);
        }

        var digits = letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        var after = Math.Min(start + 2 + digits, end);
        if (digits == 0)
        {
            return One(map, Named(letter), start, after);
        }

        if (!int.TryParse(text.AsSpan(start + 2, after - start - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return One(map, '\0', start, after);
        }

        if (code is > char.MaxValue and <= 0x10FFFF)
        {
            var pair = char.ConvertFromUtf32(code);
            map.Add(pair[0], start, after);
            map.Add(pair[1], start, after);
            return after;
        }

        return One(map, (char)code, start, after);
    }

    private static char Named(char letter) => letter switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\u001b',
        'N' => '\u0085',
        '_' => '\u00a0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => letter,
    };

    private static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t')
        {
            start++;
        }

        return start;
    }
}
