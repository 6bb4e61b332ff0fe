using Binex.Core.Text;

namespace Binex.Core.Diagnostics;

/// <summary>A finding about a file.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Location">The stretch of text it is about.</param>
/// <param name="Message">What is wrong and why, in one sentence.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceLocation Location, string Message)
{
    /// <summary>The kind's code.</summary>
    public string Code => Descriptor.Code;

    /// <summary>Severity in effect.</summary>
    public DiagnosticSeverity Severity { get; init; } = Descriptor.Severity;

    /// <summary>What to do about it, for example a "did you mean"; null when the message says it all.</summary>
    public string? Hint { get; init; }

    /// <summary>Other places it is about.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>How <c>--fix</c> mends it; null where a person must decide.</summary>
    public DiagnosticFix? Fix { get; init; }
}
