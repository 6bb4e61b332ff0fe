using Binex.Cli.Output;
using Binex.Cli.Reporting;
using Binex.Core.Runs;
using Binex.Store.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>report RUN|FILE</c>, <c>report A B</c>, <c>report --index DIR</c>.</summary>
internal sealed class ReportCommand : ICommand
{
    public string Name => "report";

    public string Summary => "make the report of a run, of two side by side, or of all";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var run = command.Argument("RUN", "the run's id, the beginning of it, latest, or the .json file of a report; default: latest");
        var other = command.Argument("OTHER", "a second run, to compare the first with");
        var outputs = command.Option("-o|--out <FILE>", "write it to a file; its suffix says which report: .html .json .md .xml (JUnit) .txt; may be repeated; default: text on stdout", CommandOptionType.MultipleValue);
        var template = command.Option("--template <FILE>", "make it by a Scriban template: to the file of --out, or to stdout", CommandOptionType.SingleValue);
        var texts = command.Option("--texts", "with --out FILE.html: write the full text of every prompt and answer into the folder FILE.texts beside it", CommandOptionType.NoValue);
        var open = command.Option("--open", "show the .html file of --out, or one made for this, in the browser", CommandOptionType.NoValue);
        var index = command.Option("--index <DIR>", "write a page over all runs that are kept, with a report of each, into a folder", CommandOptionType.SingleValue);
        var last = command.Option("-n|--last <N>", "with --index: of the N newest runs; default: 500", CommandOptionType.SingleValue);
        var store = command.Store();
        var format = command.Format("msbuild");
        command.ExtendedHelpText = """
            Examples:
              dotnet binex report latest --open
              dotnet binex report 20260131 --out report.html --texts
              dotnet binex report BEFORE AFTER --out compare.html
              dotnet binex report --index site
              dotnet binex report latest --template summary.md.sbn --out summary.md
            """;
        command.ExecutesInProject(context, format, (printer, project) =>
        {
            var request = new ReportRequest(run.Value ?? RunId.Latest, other.Value)
            {
                Outputs = [.. outputs.Values.Select(file => context.FullPath(file!))],
                Template = template.Value(),
                WithTexts = texts.HasValue(),
                Open = open.HasValue(),
            };
            var runs = new RunStore(project.StorePath(store));
            return (index.Value(), request) switch
            {
                (null, _) => new ReportMaking(context, printer, project, runs).ExecuteAsync(request),
                (_, { Outputs.Count: > 0 } or { Template: not null } or { Other: not null } or { Open: true } or { WithTexts: true }) =>
                    Task.FromResult(printer.Fail(new CliProblem(ExitCodes.NothingRun, "--index makes a folder of its own: it takes --last and --store and nothing else"))),
                var (folder, _) => new IndexMaking(context, printer, project, runs).ExecuteAsync(context.FullPath(folder), last.Value()),
            };
        }, OutputFormat.MsBuild);
    }
}
