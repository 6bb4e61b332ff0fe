using System.Buffers;
using System.Globalization;
using Binex.Core.Diagnostics;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads durations: a number with a unit, or milliseconds.</summary>
public static class Durations
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>The longest duration; a timer cannot wait longer.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(24);

    /// <summary>The duration that a key gives; null when it gives none, with a finding when it cannot be read.</summary>
    internal static TimeSpan? Duration(this MappingNode? map, string key, FindingList findings)
    {
        if (map?.Entry(key) is not { Value: ScalarNode scalar })
        {
            return null;
        }

        if (scalar.Number is { } milliseconds)
        {
            return milliseconds >= 0 && milliseconds <= (decimal)Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds((double)milliseconds) : null;
        }

        if (!scalar.IsText)
        {
            return null;
        }

        if (Parse(scalar.Value) is { } duration)
        {
            return duration;
        }

        findings.Add(
            DiagnosticCatalog.BadDuration,
            scalar.Location,
            $"'{scalar.Value}' is no duration",
            "write a number and a unit (ms, s, m, h), such as 30s, or milliseconds; at most 576h");
        return null;
    }

    /// <summary>Reads a duration such as <c>1.5m</c>; null when it is none or too long.</summary>
    /// <param name="text">A number and a unit: ms, s, m or h.</param>
    public static TimeSpan? Parse(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        if (digits <= 0 || !decimal.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        decimal? unit = text.AsSpan(digits).Trim() switch
        {
            "ms" => 1m,
            "s" => 1_000m,
            "m" => 60_000m,
            "h" => 3_600_000m,
            _ => null,
        };
        var most = (decimal)Longest.TotalMilliseconds;
        return unit is { } factor && number <= most && number * factor <= most ? TimeSpan.FromMilliseconds((double)(number * factor)) : null;
    }
}
