namespace Binex.Core.Diagnostics;

/// <summary>How much each kind of finding counts in a project.</summary>
public sealed class SeverityPolicy
{
    private readonly IReadOnlyDictionary<string, DiagnosticSeverity?> _severities;
    private readonly DiagnosticSeverity _worstOptional;

    private SeverityPolicy(IReadOnlyDictionary<string, DiagnosticSeverity?> severities, DiagnosticSeverity worstOptional)
    {
        _severities = severities;
        _worstOptional = worstOptional;
    }

    /// <summary>Every kind counts as the catalogue says.</summary>
    public static SeverityPolicy Default { get; } = Of(new Dictionary<string, DiagnosticSeverity?>());

    /// <summary>
    /// No kind that a project may switch off stops a workflow. For a workflow that has run: what was accepted then must not be
    /// refused because the project thinks otherwise now.
    /// </summary>
    public static SeverityPolicy Lenient { get; } = new(new Dictionary<string, DiagnosticSeverity?>(), DiagnosticSeverity.Warning);

    /// <summary>The severities that a project chose.</summary>
    /// <param name="severities">Severity by code; null for off. Codes of kinds that are not optional have no effect.</param>
    public static SeverityPolicy Of(IReadOnlyDictionary<string, DiagnosticSeverity?> severities) => new(severities, DiagnosticSeverity.Error);

    /// <summary>The severity in effect; null when the kind is switched off.</summary>
    /// <param name="kind">The kind.</param>
    public DiagnosticSeverity? Of(DiagnosticDescriptor kind)
    {
        if (!kind.IsOptional)
        {
            return kind.Severity;
        }

        return _severities.TryGetValue(kind.Code, out var chosen) ? chosen : kind.Severity < _worstOptional ? kind.Severity : _worstOptional;
    }
}
