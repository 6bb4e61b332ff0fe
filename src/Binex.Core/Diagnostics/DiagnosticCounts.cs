namespace Binex.Core.Diagnostics;

/// <summary>How many findings of each severity there are.</summary>
/// <param name="Errors">Errors.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="Infos">Remarks.</param>
public sealed record DiagnosticCounts(int Errors, int Warnings, int Infos)
{
    /// <summary>Counts findings.</summary>
    public static DiagnosticCounts Of(IEnumerable<Diagnostic> diagnostics)
    {
        var (errors, warnings, infos) = (0, 0, 0);
        foreach (var diagnostic in diagnostics)
        {
            switch (diagnostic.Severity)
            {
                case DiagnosticSeverity.Error:
                    errors++;
                    break;
                case DiagnosticSeverity.Warning:
                    warnings++;
                    break;
                default:
                    infos++;
                    break;
            }
        }

        return new DiagnosticCounts(errors, warnings, infos);
    }
}
