using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Validation.Fixing;

/// <summary>Mends the text of a workflow as far as its findings say how.</summary>
public static class WorkflowFixer
{
    // One fix may bring another to light; what needs more turns than this is going round in circles.
    private const int MostPasses = 20;

    // The codes of what the readers of YAML and JSON find.
    private const string TextCodes = "BNX10";

    /// <summary>
    /// Makes the fixes of all findings about the workflow's own file and looks again, until there is nothing more to mend. Fixes that
    /// would leave a text that cannot be read are not made.
    /// </summary>
    /// <param name="loaded">What was found.</param>
    /// <param name="load">Loads a changed text, as the first one was loaded.</param>
    public static FixResult Fix(LoadResult loaded, Func<string, LoadResult> load)
    {
        var made = new List<Diagnostic>();
        for (var pass = 0; pass < MostPasses && Next(loaded, load) is var (next, mended); pass++)
        {
            loaded = next;
            made.AddRange(mended);
        }

        return new FixResult(loaded, made);
    }

    private static (LoadResult Loaded, List<Diagnostic> Mended)? Next(LoadResult loaded, Func<string, LoadResult> load)
    {
        var chosen = Choose(loaded);
        if (chosen.Count == 0)
        {
            return null;
        }

        if (Try(loaded, chosen, load) is { } all)
        {
            return (all, chosen);
        }

        // Together they do harm, as two keys that would become the same one; the first alone may still be right.
        return chosen.Count > 1 && Try(loaded, [chosen[0]], load) is { } first ? (first, [chosen[0]]) : null;
    }

    // In the order of the text, each behind the one before; what overlaps has its turn in the next pass.
    private static List<Diagnostic> Choose(LoadResult loaded)
    {
        var chosen = new List<Diagnostic>();
        var free = TextPosition.Start;
        foreach (var finding in loaded.Diagnostics)
        {
            if (finding.Fix is { } fix && finding.Location.File == loaded.Source?.Path && fix.Edits.All(edit => edit.Range.Start >= free))
            {
                chosen.Add(finding);
                free = fix.Edits.Max(edit => edit.Range.End);
            }
        }

        return chosen;
    }

    private static LoadResult? Try(LoadResult loaded, List<Diagnostic> findings, Func<string, LoadResult> load)
    {
        var text = TextEdits.Apply(loaded.Source!, [.. findings.SelectMany(finding => finding.Fix!.Edits)]);
        if (text == loaded.Source!.Text)
        {
            return null;
        }

        var mended = load(text);
        return Unreadable(mended) > Unreadable(loaded) ? null : mended;
    }

    private static int Unreadable(LoadResult loaded) => loaded.Diagnostics.Count(finding => finding.Code.StartsWith(TextCodes, StringComparison.Ordinal));
}
