using System.Globalization;
using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Reports;
using Binex.Store.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>runs list</c> and <c>runs show RUN</c>.</summary>
internal sealed class RunsCommand : ICommand
{
    private const int DefaultMost = 20;

    public string Name => "runs";

    public string Summary => "list the runs that are kept, or show one";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        ConfigureList(command, context);
        command.Command("list", list =>
        {
            list.HelpTextGenerator = HelpText.Instance;
            list.Description = "list the runs that are kept, newest first";
            ConfigureList(list, context);
        });
        command.Command("show", show =>
        {
            show.HelpTextGenerator = HelpText.Instance;
            show.Description = "show one run";
            var run = show.RunArgument();
            var store = show.Store();
            var format = show.Format();
            show.ExecutesInProject(context, format, (printer, project) => ShowAsync(context, printer, project, new RunStore(project.StorePath(store)), run.Value!));
        });
    }

    // 'runs' alone is 'runs list'.
    private static void ConfigureList(CommandLineApplication command, CliContext context)
    {
        var last = command.Option("-n|--last <N>", "show the N newest; default: 20", CommandOptionType.SingleValue);
        var store = command.Store();
        var format = command.Format();
        command.ExecutesInProject(context, format, (printer, project) =>
        {
            var most = DefaultMost;
            return Task.FromResult(last.Value() is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out most)
                ? printer.Fail(new CliProblem(ExitCodes.NothingRun, $"--last takes a number of runs, and not '{text}'"))
                : List(context, printer, new RunStore(project.StorePath(store)), most));
        });
    }

    private static int List(CliContext context, Printer printer, RunStore store, int most)
    {
        var runs = store.Enumerate().Take(most).ToList();
        if (printer.IsJson)
        {
            printer.PrintJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("schemaVersion", 1);
                writer.WriteStartArray("runs");
                foreach (var run in runs)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", run.Id);
                    writer.WriteString("workflow", run.Workflow);
                    writer.WriteString("status", StatusText.Of(run.Status));
                    if (run.StartedAt is { } started)
                    {
                        writer.WriteString("startedAt", started.UtcDateTime);
                    }

                    if (run.Duration is { } duration)
                    {
                        writer.WriteNumber("durationMs", (long)duration.TotalMilliseconds);
                    }

                    writer.WriteString("cost", run.Cost.ToExactString());
                    writer.WriteNumber("nodes", run.Nodes);
                    writer.WriteBoolean("simulated", run.Simulated);
                    writer.WriteBoolean("replayed", run.Replayed);
                    if (run.Problem is { } problem)
                    {
                        writer.WriteString("problem", problem);
                    }

                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return ExitCodes.Success;
        }

        if (runs.Count == 0)
        {
            context.Console.Out.WriteLine($"no runs in {store.Root}");
            return ExitCodes.Success;
        }

        var rows = runs.Select(run => new[]
        {
            run.Id,
            LogText.Line(run.Workflow),
            StatusText.Of(run.Status) + (run.Replayed ? " (replayed)" : run.Simulated ? " (simulated)" : ""),
            run.StartedAt is { } started ? started.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'") : "",
            run.Duration is { } duration ? DurationText.Of(duration) : "",
            run.Cost.ToString(),
        });
        context.Console.Out.Write(TextTable.Of(["run", "workflow", "status", "started", "took", "cost"], rows));
        foreach (var run in runs.Where(run => run.Problem is not null))
        {
            context.Console.Error.WriteLine($"warning: run {run.Id} cannot be read: {LogText.Line(run.Problem!)}");
        }

        return ExitCodes.Success;
    }

    private static async Task<int> ShowAsync(CliContext context, Printer printer, Project project, RunStore store, string run)
    {
        var (report, problem) = await ReportReading.ReadAsync(context, project, store, run);
        if (report is null)
        {
            return printer.Fail(problem!);
        }

        if (printer.IsJson)
        {
            printer.PrintJson(System.Text.Encoding.UTF8.GetString(ReportJson.Write(report)).TrimEnd());
        }
        else
        {
            context.Console.Out.Write(TextReport.Render(report, context.OutColumns));
        }

        return ExitCodes.Success;
    }
}
