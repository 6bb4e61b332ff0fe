using Binex.Cli.Checking;
using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Validation.Schema;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>validate PATH…</c>.</summary>
internal sealed class ValidateCommand : ICommand
{
    private const string DefaultStdinName = "<stdin>";

    public string Name => "validate";

    public string Summary => "check workflows without running anything";

    public void Prepare() => WorkflowSchema.CompileOnAnotherThread();

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var paths = command.Argument(
            "PATH", "files, folders in which all workflows are checked, or patterns such as 'workflows/**/*.yaml'; default: workflows in binex.yaml", multipleValues: true);
        var warnAsError = command.Option("--warn-as-error", "fail on warnings as on errors", CommandOptionType.NoValue);
        var stdin = command.Option("--stdin", "read one workflow from stdin", CommandOptionType.NoValue);
        var stdinName = command.Option("--stdin-name <NAME>", "the path of what stdin holds, for messages and for the files it names; implies --stdin", CommandOptionType.SingleValue);
        var format = command.Format();
        command.Executes(context, format, printer => Task.FromResult(Execute(
            context,
            printer,
            [.. paths.Values.Select(path => path!)],
            stdinName.Value() ?? (stdin.HasValue() ? DefaultStdinName : null),
            warnAsError.HasValue())));
    }

    private static int Execute(CliContext context, Printer printer, List<string> paths, string? stdinName, bool warnAsError)
    {
        var project = Project.Find(context);
        var files = new CheckedFiles(context);
        var problem = paths.Count == 0 && stdinName is null
            ? files.Add(project)
            : paths.Select(files.Add).FirstOrDefault(found => found is not null);
        if (problem is not null)
        {
            return printer.Fail(problem);
        }

        var checker = new Checker(context, project);
        var results = new List<CheckResult>();
        if (stdinName is not null)
        {
            results.Add(checker.CheckText(stdinName, context.Console.In.ReadToEnd()));
        }

        var found = checker.Check(files.All);
        results.AddRange(found.OfType<CheckResult>());
        if (results.Count == 0 && found.Length > 0)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, "there is no workflow: none of the YAML files that were found has the key 'nodes'"));
        }

        var isChecked = files.All.Any(file => file.Full == project.File) || (stdinName is not null && context.FullPath(stdinName) == project.File);
        if (project.Read is { } read && !isChecked)
        {
            results.Insert(0, new CheckResult(read.Diagnostics, read.Sources));
        }

        Print(context, printer, results);
        if (found.Count(result => result is null) is > 0 and var others)
        {
            context.Console.Error.WriteLine($"note: {others} other YAML {(others == 1 ? "file has" : "files have")} no key 'nodes' and {(others == 1 ? "was" : "were")} left out");
        }

        var worst = warnAsError ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        return results.Any(result => result.Diagnostics.Any(diagnostic => diagnostic.Severity >= worst)) ? ExitCodes.NothingRun : ExitCodes.Success;
    }

    private static void Print(CliContext context, Printer printer, List<CheckResult> results)
    {
        var found = results.SelectMany(result => result.Diagnostics).ToList();
        if (printer.IsJson)
        {
            printer.PrintJson(DiagnosticOutput.Json(found, results.Count));
            return;
        }

        var writer = DiagnosticOutput.Text(context.Console.Out, context.HasColours);
        results.ForEach(result => writer.Write(result.Diagnostics, result.Sources));
        writer.WriteSummary(found, results.Count);
    }
}
