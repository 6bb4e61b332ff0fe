using Binex.Core.Diagnostics;

namespace Binex.Validation.Fixing;

/// <summary>What came of mending a text.</summary>
/// <param name="Checked">What is found in the text as it is now; <see cref="CheckResult.Source"/> is that text.</param>
/// <param name="Fixed">The findings whose fixes were made, in the order of making; places are those of the text at that time.</param>
public sealed record FixResult(CheckResult Checked, IReadOnlyList<Diagnostic> Fixed);
