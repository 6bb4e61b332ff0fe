using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Validation.Suppressions;

/// <summary>A code in a comment that suppresses findings.</summary>
/// <param name="Kind">The kind of finding.</param>
/// <param name="Location">Where the code is written.</param>
/// <param name="Line">The line on which findings are suppressed, from 1; null for the whole file.</param>
internal sealed record Suppressed(DiagnosticDescriptor Kind, SourceLocation Location, int? Line);
