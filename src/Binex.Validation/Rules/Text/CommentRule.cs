using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Rules.Text;

/// <summary>No part of a sentence is taken for a comment, as in <c>prompt: Look at issue #12</c>.</summary>
internal sealed class CommentRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var scalar in DocumentTexts.Below(draft.Root))
        {
            if (scalar.Form == ScalarForm.Plain && scalar.Value.Contains(' ', StringComparison.Ordinal) && CommentAfter(scalar) is { } comment)
            {
                findings.Add(
                    DiagnosticCatalog.CommentInText,
                    new SourceLocation(scalar.Source.Path, comment),
                    "from here on the line is a comment, because a '#' after a blank begins one",
                    "put the whole value in quotes if this belongs to it; else write a blank after the '#'",
                    [new RelatedPlace("the value ends here", scalar.Location)]);
            }
        }
    }

    // Comments are written with a blank after the '#'; what is written without one is rather a number or a name.
    private static TextRange? CommentAfter(ScalarNode scalar)
    {
        var text = scalar.Source.Text;
        var hash = scalar.End;
        while (hash < text.Length && text[hash] is ' ' or '\t')
        {
            hash++;
        }

        if (hash == scalar.End || hash + 1 >= text.Length || text[hash] != '#' || !char.IsLetterOrDigit(text[hash + 1]))
        {
            return null;
        }

        var end = text.AsSpan(hash).IndexOfAny('\r', '\n') is >= 0 and var length ? hash + length : text.Length;
        return scalar.Source.Range(hash, hash + text.AsSpan(hash, end - hash).TrimEnd().Length);
    }
}
