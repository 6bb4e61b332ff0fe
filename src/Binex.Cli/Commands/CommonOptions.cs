using Binex.Cli.Output;
using Binex.Cli.Projects;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary>Options that many commands share.</summary>
internal static class CommonOptions
{
    /// <summary><c>--format text|json</c>.</summary>
    public static CommandOption Format(this CommandLineApplication command) =>
        command.Option("-f|--format <FORMAT>", "text, or json: one JSON document on stdout and nothing else; default: text", CommandOptionType.SingleValue);

    /// <summary><c>--store DIR</c>.</summary>
    public static CommandOption Store(this CommandLineApplication command) =>
        command.Option("--store <DIR>", $"the folder in which runs are kept; default: BINEX_STORE, store in binex.yaml, or {Project.DefaultStore} in the working folder", CommandOptionType.SingleValue);

    /// <summary>As <see cref="Executes"/>, with the project; one whose configuration is not valid is a problem.</summary>
    public static void ExecutesInProject(
        this CommandLineApplication command, CliContext context, CommandOption format, Func<Printer, Project, Task<int>> execute) =>
        command.Executes(context, format, printer =>
        {
            var project = Project.Find(context);
            return project.Read is { HasErrors: true } ? Task.FromResult(project.Refuse(printer)) : execute(printer, project);
        });

    /// <summary>Runs a command with its printer; a format that is not known is a problem.</summary>
    public static void Executes(this CommandLineApplication command, CliContext context, CommandOption format, Func<Printer, Task<int>> execute)
    {
        command.OnValidationError(result => new Printer(context, format.Value() == "json" ? OutputFormat.Json : OutputFormat.Text)
            .Fail(ParsingProblems.Of(command, result.ErrorMessage)));
        command.OnExecute(async () =>
        {
            switch (format.Value() ?? "text")
            {
                case "text":
                    return await execute(new Printer(context, OutputFormat.Text));
                case "json":
                    return await execute(new Printer(context, OutputFormat.Json));
                case var unknown:
                    return new Printer(context, OutputFormat.Text).Fail(new CliProblem(
                        Core.Runs.ExitCodes.NothingRun, $"'{unknown}' is no format of '{ParsingProblems.FullName(command)}'", "use --format text or --format json"));
            }
        });
    }
}
