namespace Binex.Core.Text;

/// <summary>A change of a text: a stretch of it is replaced by something else.</summary>
/// <param name="Range">The stretch that goes; empty where something is only put in.</param>
/// <param name="NewText">What comes in its place; empty where something is only taken out.</param>
public sealed record TextEdit(TextRange Range, string NewText);
