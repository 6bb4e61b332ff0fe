using System.Globalization;

namespace Binex.Core.Text;

/// <summary>A stretch of a named file.</summary>
/// <param name="File">Path as the user gave it, with forward slashes.</param>
/// <param name="Range">The stretch.</param>
public sealed record SourceLocation(string File, TextRange Range)
{
    /// <summary>Reads what <see cref="ToString"/> wrote, as the empty stretch there; null for another text.</summary>
    /// <param name="text">The text, such as <c>flow.yaml:3:5</c>.</param>
    public static SourceLocation? Parse(string? text)
    {
        var parts = text?.Split(':') ?? [];
        if (parts is [_, .., var line, var column]
            && parts.Length >= 3
            && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var lines)
            && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var columns))
        {
            var place = new TextPosition(lines, columns);
            return new SourceLocation(string.Join(':', parts[..^2]), new TextRange(place, place));
        }

        return null;
    }

    /// <summary>File, line and column, joined by colons.</summary>
    public override string ToString() => $"{File}:{Range.Start}";
}
