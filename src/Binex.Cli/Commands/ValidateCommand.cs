using Binex.Cli.Output;
using Binex.Cli.Running;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Validation;
using Binex.Validation.Schema;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>validate PATH…</c>.</summary>
internal sealed class ValidateCommand : ICommand
{
    public string Name => "validate";

    public string Summary => "check workflows without running anything";

    public void Prepare() => Task.Run(() => WorkflowSchema.Compiled);

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var paths = command.Argument("PATH", "files of workflows, or folders in which all .yaml and .yml files are checked", multipleValues: true);
        var warnAsError = command.Option("--warn-as-error", "fail on warnings as on errors", CommandOptionType.NoValue);
        var stdin = command.Option("--stdin", "read one workflow from stdin", CommandOptionType.NoValue);
        var format = command.Format();
        command.Executes(context, format, printer => Task.FromResult(Execute(
            context, printer, [.. paths.Values.Select(path => path!)], stdin.HasValue(), warnAsError.HasValue())));
    }

    private static int Execute(CliContext context, Printer printer, List<string> paths, bool stdin, bool warnAsError)
    {
        if (paths.Count == 0 && !stdin)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, "name a workflow to check", "dotnet binex validate FILE, or a folder, or --stdin"));
        }

        var models = new RunModels(context, context.StorePath());
        var results = new List<LoadResult>();
        if (stdin)
        {
            results.Add(WorkflowLoader.LoadText("<stdin>", context.Console.In.ReadToEnd(), new LoadOptions { Prices = models.Prices }));
        }

        foreach (var path in paths)
        {
            var files = WorkflowFiles(context.FullPath(path), path);
            if (files.Count == 0)
            {
                return printer.Fail(new CliProblem(ExitCodes.NothingRun, $"the folder {path} has no .yaml or .yml files"));
            }

            results.AddRange(files.Select(file => WorkflowLoader.Load(file, new LoadOptions { Prices = models.Prices })));
        }

        Print(context, printer, results);
        var worst = warnAsError ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        return results.Any(result => result.Diagnostics.Any(diagnostic => diagnostic.Severity >= worst)) ? ExitCodes.NothingRun : ExitCodes.Success;
    }

    private static void Print(CliContext context, Printer printer, List<LoadResult> results)
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

    private static List<string> WorkflowFiles(string full, string shown)
    {
        if (!Directory.Exists(full))
        {
            return [shown];
        }

        return [.. Directory.EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml")
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.') && part.Length > 2))
            .Order(StringComparer.Ordinal)
            .Select(file => Path.Combine(shown, Path.GetRelativePath(full, file)))];
    }
}
