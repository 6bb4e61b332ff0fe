using Binex.Cli.Checking;
using Binex.Cli.Commands;
using Binex.Cli.Consoles;
using Binex.Cli.Output;
using Binex.Core.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli;

/// <summary>The command line: finds the command, executes it, and turns whatever goes wrong into a sentence and an exit code.</summary>
internal static class BinexCli
{
    private static readonly ICommand[] Commands =
    [
        new HelloCommand(), new ValidateCommand(), new PlanCommand(), new DiffCommand(), new RunCommand(), new ResumeCommand(), new CancelCommand(),
        new ReportCommand(), new RunsCommand(), new CostCommand(), new CommentCommand(), new PricesCommand(), new ConfigCommand(), new ExplainCommand(),
        new SchemaCommand(),
    ];

    /// <summary>Lets the command that is asked for begin what it will need, so that it is there when the command line has been read.</summary>
    public static void Prepare(string[] args)
    {
        if (args.Length > 0)
        {
            Array.Find(Commands, command => command.Name == args[0])?.Prepare();
        }
    }

    /// <summary>Executes a command line.</summary>
    /// <returns>The exit code, one of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] args, CliContext context)
    {
        var printer = new Printer(context, OutputFormats.Asked(args));
        try
        {
            if (ValidateCommand.IsPlain(args))
            {
                return ValidateCommand.Execute(context, printer, args[1..], new ValidateOptions());
            }

            using var adapter = new ConsoleAdapter(context.Console);
            var exitCode = Build(args, context, adapter).Execute(Simulate.JoinValue(args));
            adapter.Flush();
            return exitCode;
        }
        catch (CommandParsingException error)
        {
            return printer.Fail(ParsingProblems.Of(error));
        }
        catch (OperationCanceledException) when (context.Cancelled.IsCancellationRequested)
        {
            return printer.Fail(new CliProblem(ExitCodes.Cancelled, "cancelled"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return printer.Fail(new CliProblem(ExitCodes.Unreachable, error.Message, HintAfterDiskError(args)));
        }
#pragma warning disable CA1031 // The last boundary: whatever gets here is a mistake of ours, and is said so instead of a stack trace.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var details = context.Environment("BINEX_DEBUG") is { Length: > 0 } ? error.ToString() : $"{error.GetType().Name}: {error.Message}";
            return printer.Fail(new CliProblem(
                ExitCodes.Internal, $"this is a mistake in Binex itself: {details}", "please report it, with the output of the same command under BINEX_DEBUG=1"));
        }
    }

    private static CommandLineApplication Build(string[] args, CliContext context, ConsoleAdapter adapter)
    {
        var app = new CommandLineApplication(adapter)
        {
            Name = "dotnet binex",
            Description = "The build tool for LLM pipelines: checks workflows, runs them within a budget, and reports every step.",
        };
        app.HelpTextGenerator = HelpText.Instance;
        app.HelpOption("-h|--help", inherited: true).Description = "show this help";
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

    private static string? HintAfterDiskError(string[] args) => args is ["run" or "resume", ..]
        ? "what was written before is not lost: once the cause is gone, 'dotnet binex resume latest' goes on with a run that had begun"
        : null;
}
