using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Rules;

namespace Binex.Validation.Suppressions;

/// <summary>Takes out the findings that comments suppress and gives the others the severity that the project chose.</summary>
internal static class Suppression
{
    /// <summary>The findings that are left, in the order in which they are shown.</summary>
    /// <param name="found">The findings about a file and the files it names.</param>
    /// <param name="source">The file.</param>
    /// <param name="namedAt">Lines on which the file names others, by their paths; a finding in one of those counts as one on such a line.</param>
    /// <param name="severities">The severities that the project chose.</param>
    public static IReadOnlyList<Diagnostic> Apply(
        IReadOnlyList<Diagnostic> found, SourceText source, IReadOnlyDictionary<string, List<int>> namedAt, SeverityPolicy severities)
    {
        var left = SuppressionReader.MayHaveAny(source) ? Suppress(found, source, namedAt) : found;
        return [.. left.Select(finding => WithSeverity(finding, severities)).OfType<Diagnostic>()];
    }

    private static List<Diagnostic> Suppress(
        IReadOnlyList<Diagnostic> found, SourceText source, IReadOnlyDictionary<string, List<int>> namedAt)
    {
        var own = new FindingList();
        var suppressed = new SuppressionReader(source, own).Read();
        var unused = new HashSet<Suppressed>(suppressed);
        var left = Filter([.. found, .. own.ToSorted()]);

        // Findings about unused comments can be suppressed like any other, by comments that are looked at last.
        left.AddRange(Filter([.. unused.Where(code => code.Kind != DiagnosticCatalog.UnusedSuppression).Select(Unused)]));
        left.AddRange(unused.Where(code => code.Kind == DiagnosticCatalog.UnusedSuppression).Select(Unused));
        left.Sort(DiagnosticOrder.Instance);
        return left;

        List<Diagnostic> Filter(List<Diagnostic> findings)
        {
            var kept = new List<Diagnostic>();
            foreach (var finding in findings)
            {
                // A comment for one line goes before one for the whole file, which may then be superfluous.
                var fitting = suppressed.Where(code => code.Kind == finding.Descriptor && IsAt(finding, code.Line)).MaxBy(code => code.Line ?? 0);
                if (fitting is null)
                {
                    kept.Add(finding);
                }
                else
                {
                    unused.Remove(fitting);
                }
            }

            return kept;
        }

        bool IsAt(Diagnostic finding, int? line) => line is not { } number
            || (finding.Location.File == source.Path
                ? finding.Location.Range.Start.Line == number
                : namedAt.TryGetValue(finding.Location.File, out var lines) && lines.Contains(number));
    }

    private static Diagnostic Unused(Suppressed code) => new(
        DiagnosticCatalog.UnusedSuppression,
        code.Location,
        code.Line is { } line ? $"line {line} has no finding {code.Kind.Code}" : $"the file has no finding {code.Kind.Code}")
    {
        Hint = "take the comment out, or the code",
    };

    private static Diagnostic? WithSeverity(Diagnostic finding, SeverityPolicy severities) => severities.Of(finding.Descriptor) switch
    {
        null => null,
        { } severity when severity == finding.Severity => finding,
        { } severity => finding with { Severity = severity },
    };
}
