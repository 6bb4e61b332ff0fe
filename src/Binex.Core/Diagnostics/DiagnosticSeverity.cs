namespace Binex.Core.Diagnostics;

/// <summary>How bad a finding is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; changes nothing.</summary>
    Info,

    /// <summary>Probably a mistake; the workflow can run.</summary>
    Warning,

    /// <summary>A mistake; the workflow cannot run.</summary>
    Error,
}
