using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Rendering;

namespace Binex.Validation.Rules;

/// <summary>Collects findings. The same finding at the same place, as an alias brings it about, counts once.</summary>
internal sealed class FindingList
{
    private readonly List<Diagnostic> _findings = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Whether one of them is an error unless configured otherwise.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding.</summary>
    /// <param name="descriptor">Its kind.</param>
    /// <param name="location">The stretch of text it is about.</param>
    /// <param name="message">What is wrong and why, in one sentence.</param>
    /// <param name="hint">What to do about it.</param>
    /// <param name="related">Other places it is about.</param>
    /// <param name="fix">How it can be mended without a decision.</param>
    public void Add(
        DiagnosticDescriptor descriptor,
        SourceLocation location,
        string message,
        string? hint = null,
        IReadOnlyList<RelatedPlace>? related = null,
        DiagnosticFix? fix = null)
    {
        // Messages quote what is written, and go into logs and files.
        message = SecretMask.InSentence(message);
        if (_known.Add(IdentityOf(descriptor, location, message)))
        {
            _findings.Add(new Diagnostic(descriptor, location, message)
            {
                Hint = hint is null ? null : SecretMask.InSentence(hint),
                Related = related ?? [],
                Fix = fix,
            });
            HasErrors |= descriptor.Severity == DiagnosticSeverity.Error;
        }
    }

    /// <summary>Adds that a document is no map.</summary>
    /// <param name="document">The document.</param>
    /// <param name="expected">What it should be, as the beginning of a sentence.</param>
    public void AddNoMap(DocumentNode document, string expected)
    {
        var end = Math.Min(document.End, LineBreaks.Next(document.Source.Text, document.Start));
        Add(
            DiagnosticCatalog.RootNotMap,
            new SourceLocation(document.Source.Path, document.Source.Range(document.Start, end)),
            $"{expected}, but this is {(document is SequenceNode ? "a list" : "a single value")}");
    }

    /// <summary>The findings in the order in which they are shown.</summary>
    public IReadOnlyList<Diagnostic> ToSorted()
    {
        var sorted = _findings.ToArray();
        Array.Sort(sorted, DiagnosticOrder.Instance);
        return sorted;
    }

    // A text, because sets of texts are ready in every program, and sets of records are made by reflection.
    private static string IdentityOf(DiagnosticDescriptor descriptor, SourceLocation location, string message)
    {
        var (start, end) = (location.Range.Start, location.Range.End);
        return $"{descriptor.Code} {start.Line}:{start.Column}-{end.Line}:{end.Column} {location.File}\n{message}";
    }
}
