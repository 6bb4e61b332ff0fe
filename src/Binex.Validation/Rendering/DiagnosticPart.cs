namespace Binex.Validation.Rendering;

/// <summary>The parts of a finding on a terminal, each with a colour of its own.</summary>
public enum DiagnosticPart
{
    /// <summary>File, line and column.</summary>
    Place,

    /// <summary>The word and code of an error.</summary>
    Error,

    /// <summary>The word and code of a warning.</summary>
    Warning,

    /// <summary>The word and code of a remark.</summary>
    Info,

    /// <summary>The line number and the bar beside the source.</summary>
    Gutter,

    /// <summary>The carets below the source.</summary>
    Caret,

    /// <summary>The word before a hint or another place.</summary>
    Label,
}
