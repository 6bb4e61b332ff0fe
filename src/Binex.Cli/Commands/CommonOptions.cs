using Binex.Cli.Output;
using Binex.Cli.Projects;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary>Options that many commands share.</summary>
internal static class CommonOptions
{
    // What some commands take beside text and json.
    private static readonly string[] Names = ["md", "csv", "msbuild"];

    /// <summary><c>--format text|json</c>.</summary>
    public static CommandOption Format(this CommandLineApplication command) =>
        command.Option("-f|--format <FORMAT>", "text, or json: one JSON document on stdout and nothing else; default: text", CommandOptionType.SingleValue);

    /// <summary><c>--format</c> of a command that has more to choose from.</summary>
    /// <param name="command">The command.</param>
    /// <param name="others">What there is beside text and json, such as <c>md or csv</c>.</param>
    public static CommandOption Format(this CommandLineApplication command, string others) => command.Option(
        "-f|--format <FORMAT>", $"text; json: one JSON document on stdout and nothing else; {others}; default: text", CommandOptionType.SingleValue);

    /// <summary><c>--format</c> of a command whose answer is findings.</summary>
    public static CommandOption FindingsFormat(this CommandLineApplication command) =>
        command.Option("-f|--format <FORMAT>", $"{OutputFormats.OfFindings}; default: text", CommandOptionType.SingleValue);

    /// <summary><c>--depfile FILE</c>.</summary>
    public static CommandOption Depfile(this CommandLineApplication command) => command.Option(
        "--depfile <FILE>", "when all is well: write the full path of every file that was read, one a line, for build systems", CommandOptionType.SingleValue);

    /// <summary><c>--store DIR</c>.</summary>
    public static CommandOption Store(this CommandLineApplication command) =>
        command.Option("--store <DIR>", $"the folder in which runs are kept; default: BINEX_STORE, store in binex.yaml, or {Project.DefaultStore} in the working folder", CommandOptionType.SingleValue);

    /// <summary>As <see cref="Executes"/>, with the project; one whose configuration is not valid is a problem.</summary>
    public static void ExecutesInProject(
        this CommandLineApplication command, CliContext context, CommandOption format, Func<Printer, Project, Task<int>> execute, params OutputFormat[] others) =>
        command.Executes(context, format, printer =>
        {
            var project = Project.Find(context);
            return project.Read is { HasErrors: true } ? Task.FromResult(project.Refuse(printer)) : execute(printer, project);
        }, hasFindings: false, others);

    /// <summary>Runs a command with its printer; a format that it has not is a problem.</summary>
    /// <param name="command">The command.</param>
    /// <param name="context">What the process gives.</param>
    /// <param name="format">The option for the format.</param>
    /// <param name="execute">Runs it.</param>
    /// <param name="hasFindings">Whether it takes the formats of findings as well.</param>
    /// <param name="others">What else it takes.</param>
    public static void Executes(
        this CommandLineApplication command, CliContext context, CommandOption format, Func<Printer, Task<int>> execute, bool hasFindings = false, params OutputFormat[] others)
    {
        command.OnValidationError(result => new Printer(context, OutputFormats.Parse(format.Value()) ?? OutputFormat.Text)
            .Fail(ParsingProblems.Of(command, result.ErrorMessage)));
        command.OnExecute(async () =>
        {
            var asked = format.Value() ?? "text";
            return OutputFormats.Parse(asked) is { } known && IsTaken(known)
                ? await execute(new Printer(context, known))
                : new Printer(context, OutputFormat.Text).Fail(new CliProblem(
                    Core.Runs.ExitCodes.NothingRun,
                    $"'{asked}' is no format of '{ParsingProblems.FullName(command)}'",
                    hasFindings ? $"there are {OutputFormats.OfFindings}" : $"use --format text or --format json{string.Concat(Names.Where(name => others.Contains(OutputFormats.Parse(name)!.Value)).Select(name => $" or --format {name}"))}"));
        });

        bool IsTaken(OutputFormat known) => known is OutputFormat.Text or OutputFormat.Json
            || (hasFindings && known is not (OutputFormat.Markdown or OutputFormat.Csv))
            || others.Contains(known);
    }
}
