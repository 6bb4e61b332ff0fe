namespace Binex.Core.Text;

/// <summary>A stretch of a text; the end is the place after the last character.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The place after its last character.</param>
public readonly record struct TextRange(TextPosition Start, TextPosition End)
{
    /// <summary>The empty stretch at the start of a text, for findings about the whole file.</summary>
    public static TextRange FileStart { get; } = new(TextPosition.Start, TextPosition.Start);
}
