using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Core.Reports;
using Binex.Core.Reports.Comparison;
using Binex.Core.Runs;
using Binex.Reports;
using Binex.Store.Runs;

namespace Binex.Cli.Reporting;

/// <summary>Does what <c>report</c> was asked for.</summary>
internal sealed class ReportMaking(CliContext context, Printer printer, Project project, RunStore store)
{
    private static readonly IReadOnlyDictionary<string, Func<RunComparison, string>> ComparisonForms = new Dictionary<string, Func<RunComparison, string>>
    {
        [".html"] = ComparisonReport.Html,
        [".md"] = ComparisonReport.Markdown,
        [".txt"] = ComparisonReport.Text,
    };

    /// <summary>Makes the report of a run, or compares two; returns the exit code.</summary>
    public async Task<int> ExecuteAsync(ReportRequest request)
    {
        if (ProblemWith(request) is { } bad)
        {
            return printer.Fail(bad);
        }

        var (report, problem) = await ReportReading.ReadAsync(context, project, store, request.Run, request.WithTexts);
        if (report is null)
        {
            return printer.Fail(problem!);
        }

        if (request.Other is not { } second)
        {
            return request.Template is null ? await OneAsync(report, request) : await ByTemplateAsync(report, request);
        }

        (var other, problem) = await ReportReading.ReadAsync(context, project, store, second);
        return other is null ? printer.Fail(problem!) : await CompareAsync(RunComparison.Between(report, other), request);
    }

    private async Task<int> OneAsync(RunReport report, ReportRequest request)
    {
        var outputs = request.Open && !request.Outputs.Any(IsPage) ? [.. request.Outputs, ReportOpening.NewPage(report.Run.Id)] : request.Outputs;
        foreach (var file in outputs)
        {
            await ReportFiles.WriteAsync(report, file, context.Cancelled, request.WithTexts && IsPage(file));
        }

        if (printer.IsJson)
        {
            printer.PrintJson(System.Text.Encoding.UTF8.GetString(ReportJson.Write(report)).TrimEnd());
        }
        else if (outputs.Count == 0)
        {
            context.Console.Out.Write(TextReport.Render(report, context.OutColumns));
        }

        return Finish(outputs, request);
    }

    private async Task<int> CompareAsync(RunComparison comparison, ReportRequest request)
    {
        var outputs = request.Open && !request.Outputs.Any(IsPage) ? [.. request.Outputs, ReportOpening.NewPage(comparison.After.Run.Id)] : request.Outputs;
        foreach (var file in outputs)
        {
            await ReportFiles.WriteTextAsync(ComparisonForms[Suffix(file)](comparison), file, context.Cancelled);
        }

        if (outputs.Count == 0)
        {
            context.Console.Out.Write(ComparisonReport.Text(comparison));
        }

        return Finish(outputs, request);
    }

    private async Task<int> ByTemplateAsync(RunReport report, ReportRequest request)
    {
        var path = context.FullPath(request.Template!);
        if (!File.Exists(path))
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, $"there is no template '{request.Template}'", "write --template with the path of a Scriban template"));
        }

        var (text, problem) = TemplateReport.Render(report, await File.ReadAllTextAsync(path, context.Cancelled), request.Template!, context.Time, context.Cancelled);
        if (text is null)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, $"the template cannot be used: {problem}"));
        }

        foreach (var file in request.Outputs)
        {
            await ReportFiles.WriteTextAsync(text, file, context.Cancelled);
        }

        if (request.Outputs.Count == 0)
        {
            context.Console.Out.Write(text);
        }

        return Finish(request.Outputs, request);
    }

    private int Finish(IReadOnlyList<string> outputs, ReportRequest request)
    {
        if (!printer.IsJson)
        {
            foreach (var file in outputs)
            {
                context.Console.Out.WriteLine($"wrote {Path.GetRelativePath(context.WorkingFolder, file)}");
            }
        }

        return request.Open && ReportOpening.Open(outputs.First(IsPage)) is { } problem ? printer.Fail(problem) : ExitCodes.Success;
    }

    private CliProblem? ProblemWith(ReportRequest request)
    {
        var message = request switch
        {
            { Template: not null, Other: not null } => "--template is for the report of one run, not for two that are compared",
            { Template: not null, Open: true } => "--open shows the report that Binex makes; open what a template makes yourself",
            { Template: not null } when printer.IsJson => "--template says what is written, so that --format json cannot",
            { Other: not null } when printer.IsJson => "two runs side by side have no JSON",
            { Other: not null, WithTexts: true } => "--texts is for the report of one run",
            { WithTexts: true } when !request.Outputs.Any(IsPage) => "--texts writes the texts beside the page, so that it needs --out with an .html file",
            _ => null,
        };
        if (message is not null)
        {
            return new CliProblem(ExitCodes.NothingRun, message, request.Other is not null && printer.IsJson ? "dotnet binex diff A B --format json has what they cost" : null);
        }

        var suffixes = request.Template is not null ? null : request.Other is null ? ReportFiles.Forms.Keys : ComparisonForms.Keys;
        return request.Outputs.Select(file => ReportFiles.ProblemWith(file, suffixes)).OfType<string>().FirstOrDefault() is { } bad
            ? new CliProblem(ExitCodes.NothingRun, bad)
            : null;
    }

    private static bool IsPage(string file) => Suffix(file) == ".html";

    private static string Suffix(string file) => Path.GetExtension(file).ToLowerInvariant();
}
