using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Validation.Fixing;

/// <summary>Mends a text as far as its findings say how.</summary>
public static class TextFixer
{
    // One fix may bring another to light; what needs more turns than this is going round in circles.
    private const int MostPasses = 20;

    // The codes of what the readers of YAML and JSON find.
    private const string TextCodes = "BNX10";

    /// <summary>
    /// Makes the fixes of all findings about the file itself and looks again, until there is nothing more to mend. Fixes that would
    /// leave a text that cannot be read are not made.
    /// </summary>
    /// <param name="found">What was found.</param>
    /// <param name="check">Checks a changed text, as the first one was checked.</param>
    public static FixResult Fix(CheckResult found, Func<string, CheckResult> check)
    {
        var made = new List<Diagnostic>();
        for (var pass = 0; pass < MostPasses && Next(found, check) is var (next, mended); pass++)
        {
            found = next;
            made.AddRange(mended);
        }

        return new FixResult(found, made);
    }

    private static (CheckResult Checked, List<Diagnostic> Mended)? Next(CheckResult found, Func<string, CheckResult> check)
    {
        var chosen = Choose(found);
        if (chosen.Count == 0)
        {
            return null;
        }

        if (Try(found, chosen, check) is { } all)
        {
            return (all, chosen);
        }

        // Together they do harm, as two keys that would become the same one; the first alone may still be right.
        return chosen.Count > 1 && Try(found, [chosen[0]], check) is { } first ? (first, [chosen[0]]) : null;
    }

    // In the order of the text, each behind the one before; what overlaps has its turn in the next pass.
    private static List<Diagnostic> Choose(CheckResult found)
    {
        var chosen = new List<Diagnostic>();
        var free = TextPosition.Start;
        foreach (var finding in found.Diagnostics)
        {
            if (finding.Fix is { } fix && finding.Location.File == found.Source?.Path && fix.Edits.All(edit => edit.Range.Start >= free))
            {
                chosen.Add(finding);
                free = fix.Edits.Max(edit => edit.Range.End);
            }
        }

        return chosen;
    }

    private static CheckResult? Try(CheckResult found, List<Diagnostic> findings, Func<string, CheckResult> check)
    {
        var text = TextEdits.Apply(found.Source!, [.. findings.SelectMany(finding => finding.Fix!.Edits)]);
        if (text == found.Source!.Text)
        {
            return null;
        }

        var mended = check(text);
        return mended.Source is null || Unreadable(mended) > Unreadable(found) ? null : mended;
    }

    private static int Unreadable(CheckResult found) =>
        found.Diagnostics.Count(finding => finding.Code.StartsWith(TextCodes, StringComparison.Ordinal));
}
