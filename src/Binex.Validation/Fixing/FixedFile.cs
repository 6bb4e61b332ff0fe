using Binex.Core.Diagnostics;

namespace Binex.Validation.Fixing;

/// <summary>A file that was mended, or would be.</summary>
/// <param name="File">Path as the user gave it.</param>
/// <param name="Fixed">The findings whose fixes were made.</param>
/// <param name="Diff">What was changed, as a unified diff.</param>
/// <param name="IsWritten">Whether the file has its new text; false where the changes are only shown.</param>
public sealed record FixedFile(string File, IReadOnlyList<Diagnostic> Fixed, string Diff, bool IsWritten);
