using Binex.Cli.Output;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;

namespace Binex.Cli.Checking;

/// <summary>How <c>validate</c> checks and prints; as it stands, what it does without options.</summary>
internal sealed record ValidateOptions
{
    /// <summary>The file of <c>--format template:FILE</c>; null for another format.</summary>
    public string? Template { get; init; }

    /// <summary>What the text on stdin is called; null where stdin is not read.</summary>
    public string? StdinName { get; init; }

    /// <summary>Whether findings are mended.</summary>
    public bool Fix { get; init; }

    /// <summary>Whether mending only shows what it would change.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether every finding is shown.</summary>
    public bool All { get; init; }

    /// <summary>The file that gets the names of all files that were read; null where nobody asked for it.</summary>
    public string? Depfile { get; init; }

    /// <summary>The mildest severity that fails the command.</summary>
    public DiagnosticSeverity Worst { get; init; } = DiagnosticSeverity.Error;

    /// <summary>What does not go together; null when all is well.</summary>
    /// <param name="format">The format that was asked for.</param>
    /// <param name="hasPaths">Whether files are named.</param>
    public CliProblem? Problem(OutputFormat format, bool hasPaths)
    {
        if (DryRun && !Fix)
        {
            return new CliProblem(ExitCodes.NothingRun, "--dry-run goes with --fix", "without --fix no file is changed anyway");
        }

        if (Fix && StdinName is not null && (hasPaths || format != OutputFormat.Text))
        {
            return new CliProblem(ExitCodes.NothingRun, "under --fix --stdin, stdout is the mended text", "name no files and leave --format out");
        }

        if (Depfile is not null && StdinName is not null)
        {
            return new CliProblem(ExitCodes.NothingRun, "--depfile is about files, and stdin is none", "leave one of the two out");
        }

        return DryRun && format is not (OutputFormat.Text or OutputFormat.Json)
            ? new CliProblem(ExitCodes.NothingRun, "--dry-run prints a diff, which this format cannot show", "use --format text or json")
            : null;
    }
}
