using Binex.Cli.Output;
using Binex.Cli.Projects;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary>Options that many commands share.</summary>
internal static class CommonOptions
{
    private static readonly Dictionary<string, OutputFormat> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = OutputFormat.Text,
        ["json"] = OutputFormat.Json,
        ["md"] = OutputFormat.Markdown,
        ["csv"] = OutputFormat.Csv,
    };

    /// <summary><c>--format text|json</c>.</summary>
    public static CommandOption Format(this CommandLineApplication command) =>
        command.Option("-f|--format <FORMAT>", "text, or json: one JSON document on stdout and nothing else; default: text", CommandOptionType.SingleValue);

    /// <summary><c>--format</c> of a command that has more to choose from.</summary>
    /// <param name="command">The command.</param>
    /// <param name="others">What there is beside text and json, such as <c>md or csv</c>.</param>
    public static CommandOption Format(this CommandLineApplication command, string others) => command.Option(
        "-f|--format <FORMAT>", $"text; json: one JSON document on stdout and nothing else; {others}; default: text", CommandOptionType.SingleValue);

    /// <summary><c>--store DIR</c>.</summary>
    public static CommandOption Store(this CommandLineApplication command) =>
        command.Option("--store <DIR>", $"the folder in which runs are kept; default: BINEX_STORE, store in binex.yaml, or {Project.DefaultStore} in the working folder", CommandOptionType.SingleValue);

    /// <summary>As <see cref="Executes"/>, with the project; one whose configuration is not valid is a problem.</summary>
    public static void ExecutesInProject(
        this CommandLineApplication command, CliContext context, CommandOption format, Func<Printer, Project, Task<int>> execute, params string[] moreFormats) =>
        command.Executes(context, format, printer =>
        {
            var project = Project.Find(context);
            return project.Read is { HasErrors: true } ? Task.FromResult(project.Refuse(printer)) : execute(printer, project);
        }, moreFormats);

    /// <summary>Runs a command with its printer; a format that is not known is a problem.</summary>
    public static void Executes(
        this CommandLineApplication command, CliContext context, CommandOption format, Func<Printer, Task<int>> execute, params string[] moreFormats)
    {
        command.OnValidationError(result => new Printer(context, format.Value() == "json" ? OutputFormat.Json : OutputFormat.Text)
            .Fail(ParsingProblems.Of(command, result.ErrorMessage)));
        command.OnExecute(async () =>
        {
            string[] known = ["text", "json", .. moreFormats];
            var wanted = format.Value() ?? "text";
            return known.Contains(wanted)
                ? await execute(new Printer(context, Formats[wanted]))
                : new Printer(context, OutputFormat.Text).Fail(new CliProblem(
                    Core.Runs.ExitCodes.NothingRun,
                    $"'{wanted}' is no format of '{ParsingProblems.FullName(command)}'",
                    $"use {string.Join(" or ", known.Select(name => $"--format {name}"))}"));
        });
    }
}
