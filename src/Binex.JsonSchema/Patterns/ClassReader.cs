using System.Text;

namespace Binex.JsonSchema.Patterns;

/// <summary>Reads a character class, from after its opening bracket.</summary>
internal static class ClassReader
{
    public static void Read(PatternReader reader, StringBuilder output)
    {
        var negated = reader.TryTake('^');
        var set = new CodePointSet();
        while (!reader.TryTake(']'))
        {
            if (reader.IsAtEnd)
            {
                reader.Fail("has a [ without a ]");
                return;
            }

            ReadRange(reader, set);
        }

        set.Write(output, negated);
    }

    private static void ReadRange(PatternReader reader, CodePointSet set)
    {
        if (ReadAtom(reader, set) is not { } first)
        {
            return;
        }

        var start = reader.Position;
        if (!reader.TryTake('-') || reader.Next == ']' || reader.IsAtEnd)
        {
            reader.Return(start);
            set.Add(first, first);
            return;
        }

        // As browsers have it outside of Unicode mode: with a set on one side, the hyphen is one of the characters.
        if (ReadAtom(reader, set) is not { } last)
        {
            set.Add(first, first);
            set.Add('-', '-');
        }
        else if (last < first)
        {
            reader.Fail("has a range whose end is before its start");
        }
        else
        {
            set.Add(first, last);
        }
    }

    // A character; null for a set, which is added.
    private static int? ReadAtom(PatternReader reader, CodePointSet set)
    {
        if (!reader.TryTake('\\'))
        {
            return reader.TakeCodePoint();
        }

        if (reader.TryTake('b'))
        {
            return '\b';
        }

        if (EscapeReader.ReadSet(reader) is { } escaped)
        {
            set.Add(escaped, negated: false);
            return null;
        }

        return EscapeReader.ReadCharacter(reader);
    }
}
