using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Cli.Checking;

/// <summary>What was found in a file.</summary>
/// <param name="Diagnostics">The findings, sorted by place.</param>
/// <param name="Sources">The texts that they point into.</param>
internal sealed record CheckResult(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<SourceText> Sources);
