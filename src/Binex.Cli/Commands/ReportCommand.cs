using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Reports;
using Binex.Store.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>report RUN|FILE</c>.</summary>
internal sealed class ReportCommand : ICommand
{
    public string Name => "report";

    public string Summary => "make the report of a run: HTML, JSON, Markdown, JUnit or text";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var run = command.Argument("RUN", "the run's id, the beginning of it, latest, or the .json file of a report; default: latest");
        var outputs = command.Option("-o|--out <FILE>", "write it to a file; its suffix says which report: .html .json .md .xml (JUnit) .txt; may be repeated; default: text on stdout", CommandOptionType.MultipleValue);
        var store = command.Store();
        var format = command.Format("msbuild");
        command.ExecutesInProject(
            context, format, (printer, project) => ExecuteAsync(context, printer, project, run.Value ?? RunId.Latest, new RunStore(project.StorePath(store)), [.. outputs.Values.Select(file => context.FullPath(file!))]),
            OutputFormat.MsBuild);
    }

    private static async Task<int> ExecuteAsync(CliContext context, Printer printer, Project project, string run, RunStore store, List<string> outputs)
    {
        if (outputs.Select(ReportFiles.ProblemWith).FirstOrDefault(problem => problem is not null) is { } bad)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, bad));
        }

        var (report, problem) = await ReportReading.ReadAsync(context, project, store, run);
        if (report is null)
        {
            return printer.Fail(problem!);
        }

        foreach (var file in outputs)
        {
            await ReportFiles.WriteAsync(report, file, context.Cancelled);
        }

        if (printer.IsJson)
        {
            printer.PrintJson(System.Text.Encoding.UTF8.GetString(ReportJson.Write(report)).TrimEnd());
        }
        else if (outputs.Count == 0)
        {
            context.Console.Out.Write(TextReport.Render(report));
        }
        else
        {
            outputs.ForEach(file => context.Console.Out.WriteLine($"wrote {Path.GetRelativePath(context.WorkingFolder, file)}"));
        }

        return ExitCodes.Success;
    }
}
