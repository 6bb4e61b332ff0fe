using Binex.Core.Diagnostics;

namespace Binex.Validation.Fixing;

/// <summary>What came of mending a workflow's text.</summary>
/// <param name="Loaded">What is found in the text as it is now; <see cref="LoadResult.Source"/> is that text.</param>
/// <param name="Fixed">The findings whose fixes were made, in the order of making; places are those of the text at that time.</param>
public sealed record FixResult(LoadResult Loaded, IReadOnlyList<Diagnostic> Fixed);
