namespace Binex.Reports.Rendering;

/// <summary>Text that is already in the language of the report and is written as it is. Only this project's own code makes it.</summary>
/// <param name="Text">The text.</param>
internal sealed record Markup(string Text);
