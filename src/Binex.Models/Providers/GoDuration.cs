using System.Buffers;
using System.Globalization;

namespace Binex.Models.Providers;

/// <summary>Reads a stretch of time as Go prints it, such as <c>6m0s</c> or <c>120ms</c>: how OpenAI, Groq and Gemini say how long to wait.</summary>
internal static class GoDuration
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("h", 3_600), ("m", 60), ("s", 1)];

    /// <summary>The time; null when the text is none.</summary>
    /// <param name="text">The text.</param>
    internal static TimeSpan? Parse(string? text)
    {
        var rest = (text ?? "").AsSpan().Trim();
        var seconds = 0d;
        var read = false;
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            rest = rest[digits..];
            var unit = -1;
            for (var i = 0; i < Units.Length && unit < 0; i++)
            {
                unit = rest.StartsWith(Units[i].Unit, StringComparison.Ordinal) ? i : -1;
            }

            if (unit < 0)
            {
                return null;
            }

            rest = rest[Units[unit].Unit.Length..];
            seconds += number * Units[unit].Seconds;
            read = true;
        }

        return read && seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
    }
}
