using Binex.Cli.Output;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Validation;
using Binex.Validation.Fixing;
using Binex.Validation.Rendering;

namespace Binex.Cli.Checking;

/// <summary>Prints what <c>validate</c> found, in the format that was asked for.</summary>
/// <param name="context">What the process gives.</param>
/// <param name="printer">The printer.</param>
/// <param name="options">How it is asked for.</param>
internal sealed class FindingsOutput(CliContext context, Printer printer, ValidateOptions options)
{
    private const int MostOfAKind = 10;

    /// <summary>Prints findings.</summary>
    /// <param name="results">What was found, a result for each file.</param>
    /// <param name="mended">The files that were mended; null where nobody asked for it.</param>
    /// <returns>The exit code.</returns>
    public int Print(IReadOnlyList<CheckResult> results, IReadOnlyList<FixedFile>? mended)
    {
        var found = Found(results);
        switch (printer.Format)
        {
            case OutputFormat.Text:
                WriteText(context.Console.Out, context.HasColours, results, mended ?? []);
                break;
            case OutputFormat.Json:
                printer.PrintJson(DiagnosticOutput.Json(found, results.Count, mended));
                break;
            default:
                var report = new DiagnosticReport(context.WorkingFolder, (string[])[.. results.Select(result => result.File)], found);
                var (text, problem) = MachineFormats.Render(context, printer.Format, report, options.Worst, options.Template);
                if (problem is not null)
                {
                    return printer.Fail(problem);
                }

                context.Console.Out.Write(text);
                break;
        }

        return ExitCode(found);
    }

    /// <summary>Prints texts that other programs take, a diff or a workflow, to stdout, and what is left to say to stderr.</summary>
    /// <returns>The exit code.</returns>
    public int PrintChanges(string changes, IReadOnlyList<CheckResult> results, IReadOnlyList<FixedFile> mended)
    {
        context.Console.Out.Write(context.Console.IsOutTerminal ? TerminalText.Sanitize(changes) : changes);
        context.Console.Out.Flush();
        WriteText(context.Console.Error, context.IsLively, results, mended);
        return ExitCode(Found(results));
    }

    private void WriteText(TextWriter output, bool colours, IReadOnlyList<CheckResult> results, IReadOnlyList<FixedFile> mended)
    {
        var writer = DiagnosticOutput.Text(output, colours);
        var folding = new DiagnosticFolding(options.All ? int.MaxValue : MostOfAKind);
        writer.WriteFixed(mended);
        var fixable = 0;
        foreach (var result in results)
        {
            writer.Write(folding.Keep(result.Diagnostics), result.Sources);
            foreach (var diagnostic in result.Diagnostics)
            {
                fixable += diagnostic.Fix is null ? 0 : 1;
            }
        }

        writer.WriteHidden(folding.Hidden());
        writer.WriteSummary(Found(results), results.Count);
        if (mended.Count > 0)
        {
            var fixes = mended.Sum(file => file.Fixed.Count);
            var verb = mended[0].IsWritten ? "fixed" : "can be fixed";
            output.Write($"{fixes} {(fixes == 1 ? "finding" : "findings")} {verb} in {mended.Count} {(mended.Count == 1 ? "file" : "files")}\n");
        }
        else if (fixable > 0)
        {
            output.Write($"--fix can mend {fixable} of them\n");
        }
    }

    private int ExitCode(List<Diagnostic> found)
    {
        foreach (var diagnostic in found)
        {
            if (diagnostic.Severity >= options.Worst)
            {
                return ExitCodes.NothingRun;
            }
        }

        return ExitCodes.Success;
    }

    private static List<Diagnostic> Found(IReadOnlyList<CheckResult> results)
    {
        var found = new List<Diagnostic>();
        foreach (var result in results)
        {
            found.AddRange(result.Diagnostics);
        }

        return found;
    }
}
