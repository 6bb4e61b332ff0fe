using Binex.Cli.Output;
using Binex.Cli.Planning;
using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Core.Runs;
using Binex.Store.Runs;
using Binex.Validation;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>run WORKFLOW</c>.</summary>
internal sealed class RunCommand : ICommand
{
    public string Name => "run";

    public string Summary => "run a workflow within its budget, and write its report";

    public void Prepare() => LoaderWarmUp.Start();

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var path = command.Argument("WORKFLOW", "the workflow's file: .yaml, .yml or .json").IsRequired(false, "name the workflow to run");
        var simulate = command.Option(
            "--simulate[:<SETTINGS>]", "answer every model call without a network, key or cost; settings such as latency=200ms,rate-limit=0.1,seed=7", CommandOptionType.SingleOrNoValue);
        var dryRun = command.Option("--dry-run", "check everything, say what would run and what it can cost, but run nothing", CommandOptionType.NoValue);
        var flags = new RunFlags(command);
        var gates = new GateFlags(command, ofPlan: false);
        var depfile = command.Depfile();
        var format = command.Format("msbuild");
        command.ExtendedHelpText = """
            Examples:
              dotnet binex run flow.yaml --simulate
              dotnet binex run flow.yaml --var topic="heat pumps" --budget 0.20 --report run.html
              dotnet binex run flow.yaml --answer topic="sourdough bread" --approve gate

            A run without a budget anywhere has one of 1.00 USD. binex.yaml holds for all workflows of a project.
            Exit codes: 0 completed, 1 failed, 2 nothing was run, 3 stopped by its budget, 4 a gate failed,
            5 a provider or the store cannot be reached, 6 a provider billed too much, 130 cancelled.
            """;
        command.ExecutesInProject(
            context, format,
            (printer, project) => ExecuteAsync(
                context, printer, project, path.Value!, simulate.HasValue() ? simulate.Value() ?? "" : null, dryRun.HasValue(), flags, gates, depfile.Value()),
            OutputFormat.MsBuild);
    }

    private static async Task<int> ExecuteAsync(
        CliContext context, Printer printer, Project project, string path, string? simulate, bool dryRun, RunFlags flags, GateFlags gateFlags, string? depfile)
    {
        if (flags.Read(new RunOptions { Simulate = simulate }, context.Environment, context.FullPath, out var wrong) is not { } options)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, wrong!));
        }

        if (flags.Telemetry(context.Environment, out var badAddress) is var telemetry && badAddress is not null)
        {
            return printer.Fail(badAddress);
        }

        var reports = flags.Reports.Values.Select(file => context.FullPath(file!)).ToList();
        if (reports.Select(ReportFiles.ProblemWith).FirstOrDefault(problem => problem is not null) is { } badReport)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, badReport));
        }

        var store = new RunStore(project.StorePath(flags.Store));
        var models = new RunModels(context, project.Configuration, store.Root);
        if (models.ChatModel(simulate, out var badSimulation) is not { } chatModel)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, badSimulation!));
        }

        var vars = flags.Vars.Values.Select(value => value!).ToList();
        var variables = VarFile.Read(context, flags.VarFile.Value(), out var problem);
        if ((problem is null ? VariableValues.Given(vars, variables, out problem) : null) is not { } given)
        {
            return printer.Fail(problem!);
        }

        var loaded = WorkflowLoader.Load(path, new LoadOptions { Prices = models.Prices, Project = project.Configuration, Variables = given });
        if (!WorkflowLoading.CanRun(loaded, printer))
        {
            return ExitCodes.NothingRun;
        }

        if (gateFlags.Read(loaded.Workflow!.Gates, out var badGate) is not { } gates)
        {
            return printer.Fail(badGate!);
        }

        if (dryRun)
        {
            return new DryRunView(context, printer).Print(loaded.Workflow!, models);
        }

        if (new RunPreparation(context, store, chatModel, project.Configuration.Budget, models.Prices).New(loaded, path, options, vars, variables, out problem) is not { } prepared)
        {
            return printer.Fail(problem!);
        }

        var exitCode = await new RunLauncher(context, printer, store, models).RunAsync(prepared with { Telemetry = telemetry }, chatModel, reports, gates, flags.Quiet.HasValue());
        if (exitCode == ExitCodes.Success && depfile is not null)
        {
            Depfile.Write(context, depfile, project, store.Root, loaded.Sources, [.. loaded.AttachedFiles, flags.VarFile.Value()]);
        }

        return exitCode;
    }
}
