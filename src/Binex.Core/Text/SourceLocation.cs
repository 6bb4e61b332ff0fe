namespace Binex.Core.Text;

/// <summary>A stretch of a named file.</summary>
/// <param name="File">Path as the user gave it, with forward slashes.</param>
/// <param name="Range">The stretch.</param>
public sealed record SourceLocation(string File, TextRange Range)
{
    /// <summary>File, line and column, joined by colons.</summary>
    public override string ToString() => $"{File}:{Range.Start}";
}
