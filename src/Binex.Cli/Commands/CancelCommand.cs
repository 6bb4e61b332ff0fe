using Binex.Core.Runs;
using Binex.Store.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>cancel RUN</c>.</summary>
internal sealed class CancelCommand : ICommand
{
    public string Name => "cancel";

    public string Summary => "cancel a run that another process is running";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var run = command.RunArgument();
        var storeOption = command.Store();
        var format = command.Format();
        command.ExecutesInProject(context, format, (printer, project) =>
        {
            var store = new RunStore(project.StorePath(storeOption));
            var lookup = store.Find(run.Value!);
            if (lookup.Run is not { } directory)
            {
                return Task.FromResult(printer.Fail(RunLookups.NotFound(lookup, run.Value!, store)));
            }

            if (!directory.IsRunning)
            {
                return Task.FromResult(printer.Fail(new CliProblem(ExitCodes.NothingRun, $"run {directory.RunId} is not running")));
            }

            directory.RequestCancel();
            if (printer.IsJson)
            {
                printer.PrintJson(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("schemaVersion", 1);
                    writer.WriteString("cancelling", directory.RunId);
                    writer.WriteEndObject();
                });
            }
            else
            {
                context.Console.Out.WriteLine($"asked run {directory.RunId} to stop");
            }

            return Task.FromResult(ExitCodes.Success);
        });
    }
}
