namespace Binex.Cli.Output;

/// <summary>A section of a page.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Its text, in Markdown.</param>
internal sealed record PageSection(string Heading, string Text);
