namespace Binex.Validation.Rules.Security;

/// <summary>Knows the programs that run whatever text they are given.</summary>
internal static class Shells
{
    private static readonly string[] Names = ["sh", "bash", "zsh", "dash", "ksh", "fish", "cmd", "powershell", "pwsh", "python", "python3", "node", "perl", "ruby"];

    // With one of these in its arguments, a shell makes a command of what it reads.
    private static readonly string[] Evaluating = ["eval", "xargs", "$(", "`", "| sh", "| bash", "source /dev/stdin"];

    /// <summary>The name of the shell that a command starts and that runs what it is given; null for any other command.</summary>
    /// <param name="command">The command, with its arguments.</param>
    public static string? In(string command)
    {
        var parts = command.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return null;
        }

        var program = parts[0][(parts[0].LastIndexOf('/') + 1)..];
        program = program.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? program[..^".exe".Length] : program;
        var runsAny = parts.Length == 1 || Evaluating.Any(word => parts[1].Contains(word, StringComparison.Ordinal));
        return runsAny && Names.Contains(program, StringComparer.OrdinalIgnoreCase) ? program : null;
    }
}
