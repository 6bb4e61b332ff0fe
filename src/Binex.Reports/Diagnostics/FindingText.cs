using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Reports.Diagnostics;

/// <summary>Says a finding in words, safe for terminals and logs.</summary>
internal static class FindingText
{
    /// <summary>Message and hint on one line.</summary>
    public static string OneLine(Diagnostic diagnostic) =>
        TerminalText.SanitizeLine(diagnostic.Hint is { } hint ? $"{diagnostic.Message}; {hint}" : diagnostic.Message);

    /// <summary>The word for a severity.</summary>
    public static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
