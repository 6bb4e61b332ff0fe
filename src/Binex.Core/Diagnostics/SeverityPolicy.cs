namespace Binex.Core.Diagnostics;

/// <summary>How much each kind of finding counts in a project.</summary>
public sealed class SeverityPolicy
{
    // Null where nothing was chosen: a map of values of this type is compiled anew in every process, and a start must not wait for it.
    private readonly IReadOnlyDictionary<string, DiagnosticSeverity?>? _severities;
    private readonly DiagnosticSeverity _worstOptional;

    private SeverityPolicy(IReadOnlyDictionary<string, DiagnosticSeverity?>? severities, DiagnosticSeverity worstOptional)
    {
        _severities = severities;
        _worstOptional = worstOptional;
    }

    /// <summary>Every kind counts as the catalogue says.</summary>
    public static SeverityPolicy Default { get; } = new(null, DiagnosticSeverity.Error);

    /// <summary>
    /// No kind that a project may switch off stops a workflow. For a workflow that has run: what was accepted then must not be
    /// refused because the project thinks otherwise now.
    /// </summary>
    public static SeverityPolicy Lenient { get; } = new(null, DiagnosticSeverity.Warning);

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

        if (_severities is not null && _severities.TryGetValue(kind.Code, out var chosen))
        {
            return chosen;
        }

        return kind.Severity < _worstOptional ? kind.Severity : _worstOptional;
    }
}
