using Binex.Cli.Commands;
using Binex.Cli.Output;
using Binex.Core.Diagnostics;
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

    private readonly CommandOption _depfile = command.Depfile();

    /// <summary>The format.</summary>
    public CommandOption Format { get; } = command.FindingsFormat();

    /// <summary>What they ask for.</summary>
    public ValidateOptions Read() => new()
    {
        Template = OutputFormats.TemplateFile(Format.Value()),
        StdinName = _stdinName.Value() ?? (_stdin.HasValue() ? DefaultStdinName : null),
        Fix = _fix.HasValue(),
        DryRun = _dryRun.HasValue(),
        All = _all.HasValue(),
        Depfile = _depfile.Value(),
        Worst = _warnAsError.HasValue() ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
    };
}
