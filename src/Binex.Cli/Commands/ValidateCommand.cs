using Binex.Cli.Output;
using Binex.Cli.Running;
using Binex.Cli.Validating;
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
        var flags = new ValidateFlags(command);
        command.Executes(
            context, flags.Format, printer => Task.FromResult(Execute(context, printer, [.. paths.Values.Select(path => path!)], flags)), hasFindings: true);
    }

    private static int Execute(CliContext context, Printer printer, List<string> paths, ValidateFlags flags)
    {
        if (flags.Problem(printer.Format, paths.Count > 0) is { } problem)
        {
            return printer.Fail(problem);
        }

        var options = new LoadOptions { Prices = new RunModels(context).Prices };
        var results = new List<LoadResult>();
        var stdin = flags.Stdin ? context.Console.In.ReadToEnd() : "";
        if (flags.Stdin)
        {
            results.Add(WorkflowLoader.LoadText("<stdin>", WithoutMark(stdin), options));
        }

        foreach (var path in paths)
        {
            var files = WorkflowFiles(context.FullPath(path), path);
            if (files.Count == 0)
            {
                return printer.Fail(new CliProblem(ExitCodes.NothingRun, $"the folder {path} has no .yaml or .yml files"));
            }

            results.AddRange(files.Select(file => WorkflowLoader.Load(file, options)));
        }

        var output = new FindingsOutput(context, printer, flags.Worst) { Template = OutputFormats.TemplateFile(flags.Format.Value()), ShowsAll = flags.All };
        if (!flags.Fix)
        {
            return output.Print(results, null);
        }

        var fixer = new FileFixer(context, flags.DryRun);
        var mended = results.ConvertAll(result => fixer.Fix(result, !flags.Stdin, text => WorkflowLoader.LoadText(result.Path, text, options)));
        if (printer.Format != OutputFormat.Text || !(flags.DryRun || flags.Stdin))
        {
            return output.Print(mended, fixer.Mended);
        }

        // A text that could not be read goes out as it came in.
        var changes = flags.DryRun ? string.Concat(fixer.Mended.Select(file => file.Diff))
            : mended[0].Source is { } source ? stdin[..^WithoutMark(stdin).Length] + source.Text
            : stdin;
        return output.PrintChanges(changes, mended, fixer.Mended);
    }

    private static string WithoutMark(string text) => text.StartsWith(FileFixer.ByteOrderMark, StringComparison.Ordinal) ? text[1..] : text;

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
