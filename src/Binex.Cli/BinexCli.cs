using Binex.Cli.Commands;
using Binex.Cli.Consoles;
using Binex.Cli.Output;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli;

/// <summary>The command line: finds the command, executes it, and turns whatever goes wrong into a sentence and an exit code.</summary>
internal static class BinexCli
{
    private static readonly ICommand[] Commands =
    [
        new HelloCommand(), new ValidateCommand(), new RunCommand(), new ResumeCommand(), new CancelCommand(), new ReportCommand(),
        new RunsCommand(), new ExplainCommand(), new SchemaCommand(),
    ];

    /// <summary>Executes a command line.</summary>
    /// <returns>The exit code, one of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] args, CliContext context)
    {
        var printer = new Printer(context, AsksForJson(args) ? OutputFormat.Json : OutputFormat.Text);
        try
        {
            return Build(args, context).Execute(Simulate.JoinValue(args));
        }
        catch (CommandParsingException error)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, error.Message.TrimEnd('.'), HintFor(error)));
        }
        catch (OperationCanceledException) when (context.Cancelled.IsCancellationRequested)
        {
            return printer.Fail(new CliProblem(ExitCodes.Cancelled, "cancelled"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return printer.Fail(new CliProblem(ExitCodes.Unreachable, error.Message, "nothing that was written before is lost; 'dotnet binex resume latest' goes on with an interrupted run"));
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

    private static CommandLineApplication Build(string[] args, CliContext context)
    {
        var app = new CommandLineApplication(new ConsoleAdapter(context.Console))
        {
            Name = "dotnet binex",
            Description = "The build tool for LLM pipelines: checks workflows, runs them within a budget, and reports every step.",
        };
        app.HelpOption("-h|--help", inherited: true);
        app.VersionOption("--version", () => ToolVersion.Text);
        var asked = args.FirstOrDefault(arg => !arg.StartsWith('-'));
        foreach (var command in Commands)
        {
            app.Command(command.Name, child =>
            {
                child.Description = command.Summary;
                if (asked == command.Name)
                {
                    command.Configure(child, context);
                }
            });
        }

        app.ExtendedHelpText = "\nFirst steps:\n  dotnet binex hello                    a first run; needs no key and no network\n"
            + "  dotnet binex run FILE --simulate      run a workflow without calling any model\n  dotnet binex COMMAND -h               what a command can do\n";
        app.OnExecute(() =>
        {
            app.ShowHelp();
            return ExitCodes.Success;
        });
        return app;
    }

    // Asked before the arguments are parsed, because parsing them is what may have failed.
    private static bool AsksForJson(string[] args) => args.Contains("--format=json") || args.Contains("--format:json")
        || args.Zip(args.Skip(1)).Any(pair => pair is ("--format" or "-f", "json"));

    private static string? HintFor(CommandParsingException error)
    {
        if (error is not UnrecognizedCommandParsingException)
        {
            return $"'{error.Command.Name} -h' shows what it takes";
        }

        var word = error.Message.Split('\'') is [_, var name, ..] ? name : "";
        var known = error.Command.Commands.Select(command => command.Name!)
            .Concat(error.Command.GetOptions().Select(option => $"--{option.LongName}"));
        return Spelling.Hint(word, known) ?? $"'{error.Command.Name} -h' shows what it takes";
    }
}
