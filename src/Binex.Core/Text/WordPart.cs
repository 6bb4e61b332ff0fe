namespace Binex.Core.Text;

/// <summary>A part of two texts that are compared.</summary>
/// <param name="Kind">Which of them have it.</param>
/// <param name="Text">The part.</param>
public sealed record WordPart(PartKind Kind, string Text);
