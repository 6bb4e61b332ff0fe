using Binex.Cli.Output;
using Binex.Cli.Planning;
using Binex.Cli.Running;
using Binex.Core.Configuration;
using Binex.Core.Gates;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Reports.Plans;
using Binex.Store.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>diff BASE HEAD</c>.</summary>
internal sealed class DiffCommand : ICommand
{
    public string Name => "diff";

    public string Summary => "compare what two workflows, plans, reports, runs or git refs cost, node by node";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var before = command.Argument("BASE", "what to compare with: a workflow, a plan, a report, a run or a git ref").IsRequired(false, "name what to compare: BASE and HEAD");
        var after = command.Argument("HEAD", "what to compare; likewise").IsRequired(false, "name what to compare BASE with");
        var workflow = command.Option("--workflow <FILE>", "the workflow that git refs stand for; default: the one that the other side names", CommandOptionType.SingleValue);
        var gates = new GateFlags(command, ofPlan: true);
        var store = command.Store();
        var format = command.Format("md");
        command.ExtendedHelpText = """
            Examples:
              dotnet binex diff main flow.yaml
              dotnet binex diff HEAD~3 HEAD --workflow flow.yaml --max-increase 10%
              dotnet binex diff main:flows/a.yaml flows/b.yaml
              dotnet binex diff latest flow.yaml

            Refs are read from git's objects; the working tree is not touched.
            Exit codes: 0 all is well, 2 nothing was compared, 4 a gate failed.
            """;
        command.ExecutesInProject(context, format, (printer, project) =>
        {
            var models = new RunModels(context, project.Configuration, project.StorePath(store));
            var sides = new SideReader(context, new RunStore(project.StorePath(store)), models, project) { Workflow = workflow.Value() };
            return ExecuteAsync(context, printer, sides, before.Value!, after.Value!, gates, project.Configuration.Gates);
        }, OutputFormat.Markdown);
    }

    private static async Task<int> ExecuteAsync(
        CliContext context, Printer printer, SideReader sides, string before, string after, GateFlags flags, GateLimits ofProject)
    {
        // A side that knows its workflow is read first, because a git ref on the other side stands for the same.
        var isHeadFirst = WorkflowOf(after) is not null;
        var (first, problem) = await sides.ReadAsync(isHeadFirst ? after : before, WorkflowOf(before));
        if (first is null)
        {
            return printer.Fail(problem!);
        }

        (var second, problem) = await sides.ReadAsync(isHeadFirst ? before : after, WorkflowOf(isHeadFirst ? after : before) ?? first.Plan.Source?.Path);
        if (second is null)
        {
            return printer.Fail(problem!);
        }

        var (baseline, head) = isHeadFirst ? (second, first) : (first, second);
        if (flags.Read(head.Gates.Or(ofProject), out problem) is not { } gates)
        {
            return printer.Fail(problem!);
        }

        var difference = PlanDiff.Between(baseline, head);
        difference = difference with { Gates = PlanGates.Check(gates, flags.On, head.Plan, difference, history: null) };
        switch (printer.Format)
        {
            case OutputFormat.Json:
                printer.PrintJson(PlanJson.Write(difference));
                break;
            case OutputFormat.Markdown:
                context.Console.Out.Write(DiffView.Markdown(difference));
                break;
            default:
                context.Console.Out.Write(DiffView.Text(difference));
                break;
        }

        return GateReport.Print(context, printer.Format, difference.Gates, after);
    }

    // The file of a workflow, which a git ref on the other side then stands for.
    private static string? WorkflowOf(string text) => text.Split(':') is [.., var path] && Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml" ? path : null;
}
