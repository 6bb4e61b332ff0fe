using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Validation;

/// <summary>What was found in a file, be it a workflow or a configuration.</summary>
/// <param name="File">Path as the user gave it, with forward slashes.</param>
/// <param name="Diagnostics">The findings, sorted by place.</param>
/// <param name="Sources">The texts that they point into, the file's own first; empty where it could not be read.</param>
public sealed record CheckResult(string File, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<SourceText> Sources)
{
    /// <summary>The file's text; null where it could not be read.</summary>
    public SourceText? Source => Sources.Count > 0 ? Sources[0] : null;

    /// <summary>The paths of other files that were read: those that nodes attach.</summary>
    public IReadOnlyCollection<string> AttachedFiles { get; init; } = [];
}
