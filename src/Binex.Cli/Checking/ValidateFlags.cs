using Binex.Cli.Commands;
using Binex.Cli.Output;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Checking;

/// <summary>The options of <c>validate</c>.</summary>
internal sealed class ValidateFlags(CommandLineApplication command)
{
    private const string DefaultStdinName = "<stdin>";

    private readonly CommandOption _warnAsError = command.Option("--warn-as-error", "fail on warnings as on errors", CommandOptionType.NoValue);
    private readonly CommandOption _stdin = command.Option("--stdin", "read one workflow from stdin", CommandOptionType.NoValue);
    private readonly CommandOption _stdinName = command.Option(
        "--stdin-name <NAME>", "the path of what stdin holds, for messages and for the files it names; implies --stdin", CommandOptionType.SingleValue);

    private readonly CommandOption _fix = command.Option(
        "--fix", "mend what needs no decision: the files are changed; with --stdin, the mended text goes to stdout", CommandOptionType.NoValue);

    private readonly CommandOption _dryRun = command.Option("--dry-run", "with --fix: print the changes as a diff, and change nothing", CommandOptionType.NoValue);
    private readonly CommandOption _all = command.Option(
        "--all", "show every finding; without it, text shows the first 10 of each kind", CommandOptionType.NoValue);

    /// <summary>The format.</summary>
    public CommandOption Format { get; } = command.FindingsFormat();

    /// <summary>What the text on stdin is called; null where stdin is not read.</summary>
    public string? StdinName => _stdinName.Value() ?? (_stdin.HasValue() ? DefaultStdinName : null);

    public bool Fix => _fix.HasValue();

    public bool DryRun => _dryRun.HasValue();

    public bool All => _all.HasValue();

    /// <summary>The mildest severity that fails the command.</summary>
    public DiagnosticSeverity Worst => _warnAsError.HasValue() ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;

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

        return DryRun && format is not (OutputFormat.Text or OutputFormat.Json)
            ? new CliProblem(ExitCodes.NothingRun, "--dry-run prints a diff, which this format cannot show", "use --format text or json")
            : null;
    }
}
