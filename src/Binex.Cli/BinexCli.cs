using Binex.Cli.Checking;
using Binex.Cli.Consoles;
using Binex.Cli.Output;
using Binex.Core.Runs;

namespace Binex.Cli;

/// <summary>The command line: finds the command, executes it, and turns whatever goes wrong into a sentence and an exit code.</summary>
internal static class BinexCli
{
    /// <summary>Lets the command that is asked for begin what it will need, so that it is there when the command line has been read.</summary>
    public static void Prepare(string[] args, ICliConsole console)
    {
        if (FileValidation.IsPlain(args))
        {
            CheckWarmUp.Start(console);
        }
        else
        {
            CommandTable.Prepare(args);
        }
    }

    /// <summary>Executes a command line and sees to it that what it says has been written.</summary>
    /// <returns>The exit code, one of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] args, CliContext context)
    {
        try
        {
            var exitCode = Execute(args, context);
            context.Console.Out.Flush();
            return exitCode;
        }
        catch (OutputFailedException error)
        {
            // There is nowhere else to say it, JSON or not.
            context.Console.Error.WriteLine($"error: {error.Message}");
            return ExitCodes.Unreachable;
        }
    }

    private static int Execute(string[] args, CliContext context)
    {
        if (Array.IndexOf(args, CommandTable.NoColour) >= 0)
        {
            context = context with { IsPlain = true };
        }

        var printer = new Printer(context, OutputFormats.Asked(args));
        try
        {
            return FileValidation.IsPlain(args)
                ? FileValidation.Execute(context, printer, args[1..], new ValidateOptions())
                : CommandTable.Execute(args, context, printer);
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
        catch (Exception error) when (error is not OutputFailedException)
#pragma warning restore CA1031
        {
            var details = context.Environment("BINEX_DEBUG") is { Length: > 0 } ? error.ToString() : $"{error.GetType().Name}: {error.Message}";
            return printer.Fail(new CliProblem(
                ExitCodes.Internal, $"this is a mistake in Binex itself: {details}", "please report it, with the output of the same command under BINEX_DEBUG=1"));
        }
    }

    private static string? HintAfterDiskError(string[] args) => args is ["run" or "resume", ..]
        ? "what was written before is not lost: once the cause is gone, 'dotnet binex resume latest' goes on with a run that had begun"
        : null;
}
