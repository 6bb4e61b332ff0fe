namespace Binex.Core.Text;

/// <summary>Finds the control sequences of terminals (ECMA-48) in a text.</summary>
internal struct ControlSequences(string text)
{
    private const char Escape = '\u001B';
    private const char Bell = '\u0007';
    private const char StringTerminator = '\u009C';

    // No string that is opened before this place has an end; remembered so that a hostile text is not searched again and again.
    private int _unendedBefore;

    /// <summary>The length of the control sequence at a place; zero when there is none.</summary>
    public int LengthAt(int start) => text[start] switch
    {
        Escape when start + 1 < text.Length => text[start + 1] switch
        {
            '[' => Csi(start, start + 2),
            ']' or 'P' or 'X' or '^' or '_' => StringSequence(start, start + 2),
            _ => Short(start),
        },
        '\u009B' => Csi(start, start + 1),
        '\u009D' or '\u0090' or '\u0098' or '\u009E' or '\u009F' => StringSequence(start, start + 1),
        _ => 0,
    };

    private readonly int Csi(int start, int i)
    {
        while (i < text.Length && text[i] is >= '0' and <= '?')
        {
            i++;
        }

        while (i < text.Length && text[i] is >= ' ' and <= '/')
        {
            i++;
        }

        return (i < text.Length && text[i] is >= '@' and <= '~' ? i + 1 : i) - start;
    }

    private readonly int Short(int start)
    {
        var i = start + 1;
        while (i < text.Length && text[i] is >= ' ' and <= '/')
        {
            i++;
        }

        return (i < text.Length && text[i] is >= '0' and <= '~' ? i + 1 : i) - start;
    }

    // A string runs to its terminator, on one line: where none comes, only its introducer is taken out, so that nothing is hidden.
    private int StringSequence(int start, int i)
    {
        var introducer = i - start;
        if (start < _unendedBefore)
        {
            return introducer;
        }

        for (; i < text.Length && text[i] is not ('\n' or '\r'); i++)
        {
            if (text[i] is Bell or StringTerminator)
            {
                return i + 1 - start;
            }

            if (text[i] == Escape && i + 1 < text.Length && text[i + 1] == '\\')
            {
                return i + 2 - start;
            }
        }

        _unendedBefore = i;
        return introducer;
    }
}
