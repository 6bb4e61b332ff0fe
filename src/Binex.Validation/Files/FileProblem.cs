using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Validation.Files;

/// <summary>What is wrong with a file.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Hint">What to do about it; null when the message says it all.</param>
public sealed record FileProblem(FileProblemKind Kind, string Message, string? Hint = null)
{
    /// <summary>The problem as a finding about the file as a whole.</summary>
    /// <param name="path">Path of the file, for messages.</param>
    internal Diagnostic ToDiagnostic(string path)
    {
        var descriptor = Kind switch
        {
            FileProblemKind.TooLarge => DiagnosticCatalog.FileTooLarge,
            FileProblemKind.NotText => DiagnosticCatalog.NotText,
            _ => DiagnosticCatalog.FileUnreadable,
        };
        return new Diagnostic(descriptor, new SourceLocation(path, TextRange.FileStart), Message) { Hint = Hint };
    }
}
