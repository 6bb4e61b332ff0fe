namespace Binex.Validation.Files;

/// <summary>What is wrong with a file.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Hint">What to do about it; null when the message says it all.</param>
public sealed record FileProblem(FileProblemKind Kind, string Message, string? Hint = null);
