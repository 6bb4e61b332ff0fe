using Binex.Core.Diagnostics;

namespace Binex.Validation.Rendering;

/// <summary>How many findings of each severity there are.</summary>
/// <param name="Errors">Errors.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="Infos">Remarks.</param>
public sealed record DiagnosticCounts(int Errors, int Warnings, int Infos)
{
    /// <summary>Counts findings.</summary>
    public static DiagnosticCounts Of(IEnumerable<Diagnostic> diagnostics)
    {
        var counts = diagnostics.CountBy(diagnostic => diagnostic.Severity).ToDictionary();
        return new DiagnosticCounts(
            counts.GetValueOrDefault(DiagnosticSeverity.Error),
            counts.GetValueOrDefault(DiagnosticSeverity.Warning),
            counts.GetValueOrDefault(DiagnosticSeverity.Info));
    }
}
