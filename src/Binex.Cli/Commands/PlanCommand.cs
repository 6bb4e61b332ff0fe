using Binex.Cli.Output;
using Binex.Cli.Planning;
using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Core.Gates;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Runs;
using Binex.Reports.Plans;
using Binex.Store.Runs;
using Binex.Validation;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>plan WORKFLOW</c>.</summary>
internal sealed class PlanCommand : ICommand
{
    public string Name => "plan";

    public string Summary => "say what a workflow can cost, before it runs";

    public void Prepare() => LoaderWarmUp.Start();

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var flags = new PlanFlags(command);
        command.ExtendedHelpText = """
            Examples:
              dotnet binex plan flow.yaml
              dotnet binex plan flow.yaml --what-if draft.model=gpt-4o-mini
              dotnet binex plan flow.yaml --baseline main --max-increase 10%

            Nothing is run and nothing is sent. A worst case is never passed by a run; what is expected is the
            median of past runs of the workflow, and a rule of thumb where there are none.
            Exit codes: 0 all is well, 2 nothing was planned, 4 a gate failed.
            """;
        command.ExecutesInProject(
            context, flags.Format, (printer, project) => ExecuteAsync(context, printer, project, flags),
            OutputFormat.Markdown, OutputFormat.Csv, OutputFormat.MsBuild);
    }

    private static async Task<int> ExecuteAsync(CliContext context, Printer printer, Project project, PlanFlags flags)
    {
        var models = new RunModels(context, project.Configuration, project.StorePath(flags.Store));
        var vars = flags.Vars.Values.Select(value => value!).ToList();
        var file = VarFile.Read(context, flags.VarFile.Value(), out var problem);
        if ((problem is null ? VariableValues.Given(vars, file, out problem) : null) is not { } given)
        {
            return printer.Fail(problem!);
        }

        var loaded = WorkflowLoader.Load(flags.Path.Value!, new LoadOptions { Prices = models.Prices, Project = project.Configuration, Variables = given });
        if (!WorkflowLoading.CanRun(loaded, printer, "planned"))
        {
            return ExitCodes.NothingRun;
        }

        var workflow = loaded.Workflow;
        var variables = VariableValues.Gather(workflow!, vars, file, out problem, mayLack: true);
        var gates = problem is null ? flags.Gates.Read(workflow!.Gates, out problem) : null;
        if (problem is null)
        {
            workflow = AttachmentBinding.Bind(loaded, workflow!, variables!, models.Prices, out var unattached);
            problem = unattached is null ? null : new CliProblem(ExitCodes.NothingRun, unattached.Message, unattached.Hint);
        }

        if (workflow is null || variables is null || gates is null)
        {
            return printer.Fail(problem!);
        }

        var store = new RunStore(project.StorePath(flags.Store));
        var sides = new SideReader(context, store, models, project) { Variables = variables };
        var history = sides.HistoryOf(workflow);
        var source = SideReader.SourceOf(loaded);
        var plan = sides.PlanOf(workflow, source, history, variables);
        PlanDiff? difference = null;
        if (flags.Baseline.Value() is { } baseline)
        {
            var (side, wrong) = await sides.ReadAsync(baseline, flags.Path.Value!);
            if (side is null)
            {
                return printer.Fail(wrong!);
            }

            difference = PlanDiff.Between(side, new CostSide(source.Path, plan));
        }

        if (flags.WhatIf.Values.Count > 0)
        {
            if (WhatIf.Apply(workflow, flags.WhatIf.Values.Select(change => change!), models.Prices, out problem) is not { } changed)
            {
                return printer.Fail(problem!);
            }

            var other = sides.PlanOf(changed, source, history, variables);
            // The change is shown against what is written, unless there is a baseline to show it against.
            var before = difference is null ? new CostSide("as written", plan) : null;
            difference = before is null ? difference : PlanDiff.Between(before, new CostSide(string.Join(", ", flags.WhatIf.Values), other));
            plan = other;
        }

        plan = plan with { Gates = PlanGates.Check(gates, flags.Gates.On, plan, flags.Baseline.HasValue() ? difference : null, history) };
        await PrintAsync(context, printer, flags, plan, difference);
        var exitCode = GateReport.Print(context, printer.Format, plan.Gates, source.Path);
        if (exitCode == ExitCodes.Success && flags.Depfile.Value() is { } depfile)
        {
            Depfile.Write(context, depfile, project, store.Root, loaded.Sources, [.. loaded.AttachedFiles, flags.VarFile.Value()]);
        }

        return exitCode;
    }

    private static async Task PrintAsync(CliContext context, Printer printer, PlanFlags flags, Plan plan, PlanDiff? difference)
    {
        var explain = flags.Explain.HasValue();
        var text = printer.Format switch
        {
            OutputFormat.Json => PlanJson.Write(plan) + "\n",
            OutputFormat.Csv => PlanView.Csv(plan),
            OutputFormat.Markdown => PlanView.Markdown(plan, explain) + (difference is null ? "" : "\n" + DiffView.Markdown(difference)),
            _ => PlanView.Text(plan, context.Console.IsOutTerminal, explain) + (difference is null ? "" : "\n" + DiffView.Text(difference)),
        };
        if (flags.Out.Value() is not { } file)
        {
            context.Console.Out.Write(text);
            return;
        }

        await File.WriteAllTextAsync(context.FullPath(file), text, context.Cancelled);
        context.Console.Error.WriteLine($"wrote {file}");
    }
}
