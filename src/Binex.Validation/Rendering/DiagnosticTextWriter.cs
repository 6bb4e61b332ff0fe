using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Fixing;

namespace Binex.Validation.Rendering;

/// <summary>Writes findings for people: the sentence, the source line with carets, other places, what to do.</summary>
/// <param name="output">Where to.</param>
/// <param name="colours">Colours of a terminal.</param>
public sealed class DiagnosticTextWriter(TextWriter output, IDiagnosticColours colours)
{
    /// <summary>A writer without colours.</summary>
    /// <param name="output">Where to.</param>
    public DiagnosticTextWriter(TextWriter output)
        : this(output, NoColours.Instance)
    {
    }

    /// <summary>Writes findings.</summary>
    /// <param name="diagnostics">The findings, in the order in which they are shown.</param>
    /// <param name="sources">Texts that they point into; a finding about another file is shown without its line.</param>
    public void Write(IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<SourceText> sources)
    {
        foreach (var diagnostic in diagnostics)
        {
            Write(diagnostic, sources.FirstOrDefault(source => source.Path == diagnostic.Location.File));
        }
    }

    /// <summary>Writes how many findings were left out.</summary>
    /// <param name="hidden">The kinds and how many of each.</param>
    public void WriteHidden(IReadOnlyList<(string Code, int Count)> hidden)
    {
        foreach (var (code, count) in hidden)
        {
            Line($"… and {count} more of {code}; --all shows them");
        }
    }

    /// <summary>Writes what was mended, a line for each fix.</summary>
    /// <param name="files">The files.</param>
    public void WriteFixed(IReadOnlyList<FixedFile> files)
    {
        foreach (var file in files)
        {
            foreach (var finding in file.Fixed)
            {
                var word = colours.Paint(DiagnosticPart.Label, $"{(file.IsWritten ? "fixed" : "can be fixed")} {finding.Code}:");
                Line($"{Place(finding.Location)} {word} {VisibleText.Of(finding.Fix!.Title)}");
            }
        }
    }

    /// <summary>Writes the line that counts the findings.</summary>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="files">How many files were checked.</param>
    public void WriteSummary(IReadOnlyList<Diagnostic> diagnostics, int files)
    {
        var counts = DiagnosticCounts.Of(diagnostics);
        var checkedFiles = $"{files} {(files == 1 ? "file" : "files")} checked: ";
        var parts = new List<string>();
        Add(counts.Errors, "error");
        Add(counts.Warnings, "warning");
        Add(counts.Infos, "remark");
        Line(checkedFiles + (parts.Count == 0 ? "nothing found" : string.Join(", ", parts)));

        void Add(int count, string noun)
        {
            if (count > 0)
            {
                parts.Add($"{count} {noun}{(count == 1 ? "" : "s")}");
            }
        }
    }

    private void Write(Diagnostic diagnostic, SourceText? source)
    {
        var (part, word) = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => (DiagnosticPart.Error, "error"),
            DiagnosticSeverity.Warning => (DiagnosticPart.Warning, "warning"),
            _ => (DiagnosticPart.Info, "info"),
        };
        Line($"{Place(diagnostic.Location)} {colours.Paint(part, $"{word} {diagnostic.Code}:")} {VisibleText.Of(diagnostic.Message)}");
        var margin = source is null ? "  " : WriteExcerpt(source, diagnostic, part);
        foreach (var related in diagnostic.Related)
        {
            Line($"{margin}{colours.Paint(DiagnosticPart.Label, "note:")} {Place(related.Location)} {VisibleText.Of(related.Message)}");
        }

        if (diagnostic.Hint is { } hint)
        {
            Line($"{margin}{colours.Paint(DiagnosticPart.Label, "help:")} {VisibleText.Of(hint)}");
        }
    }

    private string WriteExcerpt(SourceText source, Diagnostic diagnostic, DiagnosticPart part)
    {
        var range = diagnostic.Location.Range;
        var number = range.Start.Line.ToString();
        var margin = new string(' ', number.Length + 3);
        var excerpt = SourceExcerpt.Of(source, range, diagnostic.Descriptor.HidesText);
        if (excerpt.Line.Length > 0)
        {
            var caret = part == DiagnosticPart.Error ? DiagnosticPart.Caret : part;
            var carets = new string(' ', excerpt.Indent) + colours.Paint(caret, new string('^', excerpt.Carets));
            Line($"  {colours.Paint(DiagnosticPart.Gutter, $"{number} |")} {excerpt.Line}");
            Line($"{margin}{colours.Paint(DiagnosticPart.Gutter, "|")} {carets}");
        }

        return margin;
    }

    private string Place(SourceLocation location) => colours.Paint(
        DiagnosticPart.Place, $"{VisibleText.Of(location.File)}:{location.Range.Start}:");

    // One line end everywhere, so that output is the same on every system.
    private void Line(string text)
    {
        output.Write(text);
        output.Write('\n');
    }
}
