using System.Globalization;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Patterns;

/// <summary>Reads what may follow a backslash, within a class and outside of it.</summary>
internal static class EscapeReader
{
    /// <summary>An escape that stands for a set of characters: \d, \w, \s, \p{…} and their complements. Null if it is another
    /// one.</summary>
    public static CodePointSet? ReadSet(PatternReader reader)
    {
        var symbol = reader.Next;
        var set = new CodePointSet();
        switch (symbol)
        {
            case 'd' or 'D':
                set.Add(CodePointSet.Digits, symbol == 'D');
                break;
            case 'w' or 'W':
                set.Add(CodePointSet.WordSymbols, symbol == 'W');
                break;
            case 's' or 'S':
                set.Add(CodePointSet.Spaces, symbol == 'S');
                break;
            case 'p' or 'P':
                reader.TryTake(symbol);
                AddProperty(reader, set, symbol == 'P');
                return set;
            default:
                return null;
        }

        reader.TryTake(symbol);
        return set;
    }

    /// <summary>An escape that stands for one character.</summary>
    public static int ReadCharacter(PatternReader reader)
    {
        if (reader.IsAtEnd)
        {
            reader.Fail("ends in a backslash");
            return 0;
        }

        var symbol = reader.TakeCodePoint();
        switch (symbol)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case '0' when !char.IsAsciiDigit(reader.Next): return 0;
            case 'c' when char.IsAsciiLetter(reader.Next): return reader.TakeCodePoint() % 32;
            case 'x' when reader.TakeHex(2) is { } code: return code;
            case 'u': return ReadUnicode(reader);
            case < 128 when char.IsAsciiLetterOrDigit((char)symbol):
                reader.Fail($"has the escape \\{(char)symbol}, which ECMAScript does not know");
                return 0;
            default: return symbol;
        }
    }

    private static int ReadUnicode(PatternReader reader)
    {
        if (reader.TryTake('{'))
        {
            var digits = reader.TakeUntil('}');
            var isNumber = int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
            if (isNumber && value is >= 0 and <= 0x10FFFF)
            {
                return value;
            }
        }
        else if (reader.TakeHex(4) is { } unit)
        {
            return CompletePair(reader, unit);
        }

        reader.Fail("has an escape \\u without the digits of a character");
        return 0;
    }

    private static int CompletePair(PatternReader reader, int unit)
    {
        var start = reader.Position;
        if (char.IsHighSurrogate((char)unit) && reader.TryTake("\\u") && reader.TakeHex(4) is { } low && char.IsLowSurrogate((char)low))
        {
            return char.ConvertToUtf32((char)unit, (char)low);
        }

        reader.Return(start);
        return unit;
    }

    private static void AddProperty(PatternReader reader, CodePointSet set, bool negated)
    {
        var name = reader.TryTake('{') ? reader.TakeUntil('}') : null;
        if (name is not null && UnicodeCategories.Find(name) is { } category)
        {
            set.AddCategory(category, negated);
        }
        else
        {
            reader.Fail($"has the property {Wording.Quote(name ?? "")}, which is not supported; general categories such as \\p{{L}} are");
        }
    }
}
