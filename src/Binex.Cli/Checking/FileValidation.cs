using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Core.Runs;
using Binex.Validation;
using Binex.Validation.Files;

namespace Binex.Cli.Checking;

/// <summary>What <c>validate</c> does. Nothing here knows the parser of the command line, so that paths alone are checked without loading it.</summary>
internal static class FileValidation
{
    /// <summary>
    /// Whether arguments are <c>validate PATH…</c> and nothing else. The parser takes longer to load than a small workflow takes to
    /// check, and paths alone need none.
    /// </summary>
    public static bool IsPlain(string[] args) => args is ["validate", _, ..] && !Array.Exists(args, static arg => arg.StartsWith('-'));

    /// <summary>Checks files, folders and patterns.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(CliContext context, Printer printer, IReadOnlyList<string> paths, ValidateOptions options)
    {
        if (options.Problem(printer.Format, paths.Count > 0) is { } wrong)
        {
            return printer.Fail(wrong);
        }

        var project = Project.Find(context);
        var files = new CheckedFiles(context);
        var problem = paths.Count == 0 && options.StdinName is null ? files.Add(project) : null;
        for (var i = 0; i < paths.Count && problem is null; i++)
        {
            problem = files.Add(paths[i]);
        }

        if (problem is not null)
        {
            return printer.Fail(problem);
        }

        var checker = new Checker(context, project);
        var fixer = options.Fix ? new FileFixer(options.DryRun) : null;
        var results = new List<CheckResult>();
        var stdin = "";
        if (options.StdinName is { } name)
        {
            stdin = context.Console.In.ReadToEnd();
            var read = checker.CheckText(name, WithoutMark(stdin));
            results.Add(fixer?.Fix(read, null, text => checker.CheckText(name, text)) ?? read);
        }

        var found = checker.Check(files.All);
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i] is { } result)
            {
                var file = files.All[i];
                results.Add(fixer?.Fix(result, file.Full, text => checker.CheckText(file, text)) ?? result);
            }
        }

        if (results.Count == 0 && found.Length > 0)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, "there is no workflow: none of the YAML files that were found has the key 'nodes'"));
        }

        var isChecked = files.All.Any(file => file.Full == project.File) || (options.StdinName is not null && context.FullPath(options.StdinName) == project.File);
        if (options is { StdinName: null, Fix: false } && files.AreWholeFolders)
        {
            results.AddRange(UnusedPromptFiles.Find(results, context.WorkingFolder, project.Configuration.Severities));
        }

        if (project.Read is { } configuration && !isChecked)
        {
            results.Insert(0, new CheckResult(project.Shown!, configuration.Diagnostics, configuration.Sources));
        }

        var exitCode = Print(new FindingsOutput(context, printer, options), results, fixer, options, stdin, printer.Format);
        if (exitCode == ExitCodes.Success && options.Depfile is not null)
        {
            WriteDepfile(context, options.Depfile, project, results);
        }

        if (found.Count(result => result is null) is > 0 and var others)
        {
            context.Console.Error.WriteLine($"note: {others} other YAML {(others == 1 ? "file has" : "files have")} no key 'nodes' and {(others == 1 ? "was" : "were")} left out");
        }

        return exitCode;
    }

    private static int Print(FindingsOutput output, List<CheckResult> results, FileFixer? fixer, ValidateOptions options, string stdin, OutputFormat format)
    {
        if (fixer is null || format != OutputFormat.Text || (!options.DryRun && options.StdinName is null))
        {
            return output.Print(results, fixer?.Mended);
        }

        if (options.DryRun)
        {
            return output.PrintChanges(string.Concat(fixer.Mended.Select(file => file.Diff)), results, fixer.Mended);
        }

        // A text that could not be read goes out as it came in.
        var source = results[^1].Source;
        return output.PrintChanges(source is null ? stdin : stdin[..^WithoutMark(stdin).Length] + source.Text, results, fixer.Mended);
    }

    // On its own, so that a plain check does not load the store.
    private static void WriteDepfile(CliContext context, string file, Project project, List<CheckResult> results) =>
        Depfile.Write(context, file, project, project.StorePath(), [.. results.SelectMany(result => result.Sources)], [.. results.SelectMany(result => result.AttachedFiles)]);

    private static string WithoutMark(string text) => text.StartsWith(FileFixer.ByteOrderMark, StringComparison.Ordinal) ? text[1..] : text;
}
