using System.Globalization;
using System.Text;

namespace Binex.JsonSchema.Patterns;

/// <summary>Reads how often the part before may occur: *, +, ?, {n}, {n,} or {n,m}.</summary>
internal static class QuantifierReader
{
    /// <summary>Whether a quantifier in braces comes next; any other brace is itself.</summary>
    public static bool IsNext(PatternReader reader)
    {
        var start = reader.Position;
        var found = TryReadBraces(reader, out _, out _);
        reader.Return(start);
        return found;
    }

    /// <summary>Reads and writes a quantifier.</summary>
    /// <returns>How often the part is there with the repetition written out; null if there is no quantifier.</returns>
    public static long? Read(PatternReader reader, StringBuilder output)
    {
        if (reader.Next is '*' or '+' or '?')
        {
            output.Append((char)reader.TakeCodePoint());
            return 1;
        }

        if (!TryReadBraces(reader, out var least, out var most))
        {
            return null;
        }

        if (most < least)
        {
            reader.Fail("has a repetition {n,m} with n greater than m");
        }

        output.Append(CultureInfo.InvariantCulture, $"{{{least}{(most == least ? "" : most is null ? "," : $",{most}")}}}");
        return Math.Max(1, most ?? least);
    }

    private static bool TryReadBraces(PatternReader reader, out int least, out int? most)
    {
        var start = reader.Position;
        least = 0;
        most = null;
        if (reader.TryTake('{') && reader.TakeNumber() is { } first)
        {
            least = first;
            most = first;
            if (reader.TryTake(','))
            {
                most = reader.TakeNumber();
            }

            if (reader.TryTake('}'))
            {
                return true;
            }
        }

        reader.Return(start);
        return false;
    }
}
