using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Fixing;
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
        var left = new List<Diagnostic>();
        foreach (var finding in SuppressionReader.MayHaveAny(source) ? Suppress(found, source, namedAt) : found)
        {
            if (severities.Of(finding.Descriptor) is { } severity)
            {
                left.Add(severity == finding.Severity ? finding : finding with { Severity = severity });
            }
        }

        return left;
    }

    private static List<Diagnostic> Suppress(
        IReadOnlyList<Diagnostic> found, SourceText source, IReadOnlyDictionary<string, List<int>> namedAt)
    {
        var own = new FindingList();
        var suppressed = new SuppressionReader(source, own).Read();
        var unused = new HashSet<Suppressed>(suppressed);
        var byPlace = new Dictionary<(string Code, int? Line), Suppressed>();
        suppressed.ForEach(code => byPlace.TryAdd((code.Kind.Code, code.Line), code));
        var left = Filter([.. found, .. own.ToSorted()]);

        // Findings about unused comments can be suppressed like any other, by comments that are looked at last.
        left.AddRange(Filter([.. Unused(unused, source, isLast: false)]));
        left.AddRange(Unused(unused, source, isLast: true));
        left.Sort(DiagnosticOrder.Instance);
        return left;

        List<Diagnostic> Filter(List<Diagnostic> findings)
        {
            var kept = new List<Diagnostic>();
            foreach (var finding in findings)
            {
                if (Find(finding) is { } fitting)
                {
                    unused.Remove(fitting);
                }
                else
                {
                    kept.Add(finding);
                }
            }

            return kept;
        }

        // A comment for one line goes before one for the whole file, which may then be superfluous.
        Suppressed? Find(Diagnostic finding)
        {
            IReadOnlyList<int> lines = finding.Location.File == source.Path
                ? [finding.Location.Range.Start.Line]
                : namedAt.GetValueOrDefault(finding.Location.File) ?? [];
            foreach (var line in lines)
            {
                if (byPlace.TryGetValue((finding.Code, line), out var fitting))
                {
                    return fitting;
                }
            }

            return byPlace.GetValueOrDefault((finding.Code, null));
        }
    }

    private static List<Diagnostic> Unused(IEnumerable<Suppressed> codes, SourceText source, bool isLast) =>
        [.. codes.Where(code => !code.Kind.DependsOnSurroundings && code.Kind == DiagnosticCatalog.UnusedSuppression == isLast).Select(code => Unused(code, source))];

    private static Diagnostic Unused(Suppressed code, SourceText source) => new(
        DiagnosticCatalog.UnusedSuppression,
        code.Location,
        code.Line is { } line ? $"line {line} has no finding {code.Kind.Code}" : $"the file has no finding {code.Kind.Code}")
    {
        Hint = "take the comment out, or the code",
        Fix = new DiagnosticFix($"take out the suppression of {code.Kind.Code}", [Comments.Without(source, code.Location.Range)]),
    };
}
