using Binex.Cli.Commands;
using Binex.Cli.Consoles;
using Binex.Cli.Output;
using Binex.Core.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli;

/// <summary>All commands, and the parser of the command line that finds the one that is asked for.</summary>
internal static class CommandTable
{
    /// <summary>The option that switches colours off. It is looked for before anything is said, mistakes on the command line included.</summary>
    public const string NoColour = "--no-color";

    private static readonly ICommand[] Commands =
    [
        new HelloCommand(), new ValidateCommand(), new PlanCommand(), new DiffCommand(), new RunCommand(), new ResumeCommand(), new CancelCommand(),
        new ReportCommand(), new RunsCommand(), new CostCommand(), new CommentCommand(), new PricesCommand(), new ConfigCommand(), new ExplainCommand(),
        new SchemaCommand(),
    ];

    /// <summary>Lets the command that is asked for begin what it will need.</summary>
    public static void Prepare(string[] args)
    {
        if (args.Length > 0)
        {
            Array.Find(Commands, command => command.Name == args[0])?.Prepare();
        }
    }

    /// <summary>Reads a command line and executes its command.</summary>
    /// <returns>The exit code, one of <see cref="ExitCodes"/>.</returns>
    public static int Execute(string[] args, CliContext context, Printer printer)
    {
        try
        {
            using var adapter = new ConsoleAdapter(context.Console);
            var exitCode = Build(args, context, adapter).Execute(Simulate.JoinValue(args));
            adapter.Flush();
            return exitCode;
        }
        catch (CommandParsingException error)
        {
            return printer.Fail(ParsingProblems.Of(error));
        }
    }

    private static CommandLineApplication Build(string[] args, CliContext context, ConsoleAdapter adapter)
    {
        var app = new CommandLineApplication(adapter)
        {
            Name = "dotnet binex",
            Description = "The build tool for LLM pipelines: checks workflows, runs them within a budget, and reports every step.",
        };
        app.HelpTextGenerator = new HelpText(context.OutColumns);
        app.HelpOption("-h|--help", inherited: true).Description = "show this help";
        app.Option(NoColour, "no colours, and nothing that moves", CommandOptionType.NoValue, inherited: true);
        app.VersionOption("--version", () => ToolVersion.Text).Description = "show the version";
        var asked = args.FirstOrDefault(arg => !arg.StartsWith('-'));
        var known = Commands.Where(command => command.Name == asked).ToArray();
        foreach (var command in known.Length > 0 ? known : Commands)
        {
            app.Command(command.Name, child =>
            {
                child.Description = command.Summary;
                child.HelpTextGenerator = HelpText.Instance;
                if (asked == command.Name)
                {
                    command.Configure(child, context);
                }
            });
        }

        app.ExtendedHelpText = """
            First steps:
              dotnet binex hello                  a first run; needs no key, no network and no file
              dotnet binex run FILE --simulate    run a workflow without calling any model
              dotnet binex COMMAND -h             what a command can do
            """;
        app.OnExecute(() =>
        {
            app.ShowHelp(usePager: false);
            return ExitCodes.Success;
        });
        return app;
    }
}
