namespace Binex.Cli.Checking;

/// <summary>A file to check.</summary>
/// <param name="Full">Full path.</param>
/// <param name="Shown">Path for messages.</param>
/// <param name="IsCertain">Whether somebody said that it is a workflow, by its name or a pattern, and it was not only found in a folder.</param>
internal sealed record CheckedFile(string Full, string Shown, bool IsCertain);
