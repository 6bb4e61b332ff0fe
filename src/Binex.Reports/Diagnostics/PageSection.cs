namespace Binex.Reports.Diagnostics;

/// <summary>A section of a page.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Its text, in Markdown.</param>
public sealed record PageSection(string Heading, string Text);
