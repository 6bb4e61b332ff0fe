using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Core.Runs;
using Binex.Store.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>resume RUN</c>.</summary>
internal sealed class ResumeCommand : ICommand
{
    public string Name => "resume";

    public string Summary => "go on with a run that was interrupted, failed or ran out of budget";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var run = command.RunArgument();
        var flags = new RunFlags(command);
        var format = command.Format();
        command.ExtendedHelpText = """
            Nodes that have completed are not run again, and answers that were paid for are not asked for again.
            A call whose end is not known is charged at its worst case.
            The options that the run began with hold, unless they are given again.
            """;
        command.ExecutesInProject(context, format, (printer, project) => ExecuteAsync(context, printer, project, run.Value!, flags));
    }

    private static async Task<int> ExecuteAsync(CliContext context, Printer printer, Project project, string text, RunFlags flags)
    {
        if (flags.Telemetry(context.Environment, out var badAddress) is var telemetry && badAddress is not null)
        {
            return printer.Fail(badAddress);
        }

        var reports = flags.Reports.Values.Select(file => context.FullPath(file!)).ToList();
        if (reports.Select(ReportFiles.ProblemWith).FirstOrDefault(found => found is not null) is { } badReport)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, badReport));
        }

        var store = new RunStore(project.StorePath(flags.Store));
        var models = new RunModels(context, project.Configuration, store.Root);
        if (StoredRun.Find(store, text, models, project.Configuration, out var problem) is not { } stored)
        {
            return printer.Fail(problem!);
        }

        if (RunOptionsJson.Read(stored.Snapshot.Options) is not { } before)
        {
            return printer.Fail(new CliProblem(
                ExitCodes.Unreachable, $"the options that run {stored.Directory.RunId} began with cannot be read: {stored.Directory.Path} is damaged"));
        }

        if (flags.Read(before, context.Environment, context.FullPath, out var wrong) is not { } options)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, wrong!));
        }

        if (!WorkflowLoading.CanRun(stored.Loaded, printer))
        {
            return ExitCodes.NothingRun;
        }

        if (models.ChatModel(options.Simulate, out var badSimulation) is not { } chatModel)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, badSimulation!));
        }

        if (VarFile.Read(context, flags.VarFile.Value(), out var badFile) is var variables && badFile is not null)
        {
            return printer.Fail(badFile);
        }

        var vars = flags.Vars.Values.Select(value => value!).ToList();
        if (new RunPreparation(context, store, chatModel, project.Configuration.Budget, models.Prices).Again(stored, options, vars, variables, out problem) is not { } prepared)
        {
            return printer.Fail(problem!);
        }

        if (prepared.History is [.., { Event: Core.Runs.Events.RunCompleted { Status: RunStatus.Completed } }])
        {
            await prepared.Journal.DisposeAsync();
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, $"run {stored.Directory.RunId} has completed; there is nothing to resume"));
        }

        return await new RunLauncher(context, printer, store, models).RunAsync(prepared with { Telemetry = telemetry }, chatModel, reports, prepared.Workflow.Gates, flags.Quiet.HasValue());
    }
}
