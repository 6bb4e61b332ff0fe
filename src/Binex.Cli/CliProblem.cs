namespace Binex.Cli;

/// <summary>Why a command could not do what it was asked.</summary>
/// <param name="ExitCode">The exit code that says so.</param>
/// <param name="Message">What is wrong, where and why.</param>
/// <param name="Hint">What to do; null when the message says it all.</param>
internal sealed record CliProblem(int ExitCode, string Message, string? Hint = null);
