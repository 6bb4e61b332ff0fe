using System.Buffers.Text;

namespace Binex.Core.Json;

/// <summary>Mends escapes such as <c>\ud800</c> that stand for half a character.</summary>
internal static class SurrogateEscapes
{
    private const int Length = 6;

    /// <summary>Replaces, in place, escapes of unpaired surrogates by <c>\ufffd</c>.</summary>
    /// <param name="json">JSON in UTF-8. Outside strings, where JSON has no backslash, nothing is looked at.</param>
    public static void Mend(Span<byte> json)
    {
        while (json.IndexOf((byte)'\\') is >= 0 and var next)
        {
            json = json[next..];
            var taken = 2;
            if (Unit(json) is { } unit && char.IsSurrogate(unit))
            {
                var paired = char.IsHighSurrogate(unit) && Unit(json[Length..]) is { } second && char.IsLowSurrogate(second);
                taken = paired ? 2 * Length : Length;
                if (!paired)
                {
                    "\\ufffd"u8.CopyTo(json);
                }
            }

            json = json[Math.Min(taken, json.Length)..];
        }
    }

    private static char? Unit(ReadOnlySpan<byte> json) =>
        json is [(byte)'\\', (byte)'u', _, _, _, _, ..]
        && Utf8Parser.TryParse(json[2..Length], out ushort unit, out var used, 'x') && used == 4
            ? (char)unit
            : null;
}
