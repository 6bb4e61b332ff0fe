namespace Binex.Core.Diagnostics;

/// <summary>What was found in the files that were checked: what every format of findings is made from.</summary>
/// <param name="Folder">Full path of the folder in which the command was given; relative paths start from it.</param>
/// <param name="Files">The files that were checked, as the user gave them, with forward slashes.</param>
/// <param name="Diagnostics">The findings, in the order in which they are shown.</param>
public sealed record DiagnosticReport(string Folder, IReadOnlyList<string> Files, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>How many findings of each severity there are.</summary>
    public DiagnosticCounts Counts => DiagnosticCounts.Of(Diagnostics);
}
