using Binex.Core.Diagnostics;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Security;

/// <summary>No untrusted text becomes part of an SQL statement. What is asked of a model or a person is no statement.</summary>
internal sealed class SqlRule : IRule
{
    // Written as SQL is and prose is not: in capitals.
    private static readonly (string Start, string Then)[] Statements =
    [
        ("SELECT", "FROM"), ("INSERT INTO", "VALUES"), ("INSERT INTO", "SELECT"), ("UPDATE", "SET"), ("DELETE FROM", ""), ("MERGE INTO", ""), ("WITH", "SELECT"),
    ];

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var untrusted = new Untrusted(draft);
        foreach (var node in draft.Nodes)
        {
            if (node.Node.Agent is { IsModel: false, Scheme: not ("human" or "pattern") })
            {
                foreach (var use in node.References)
                {
                    Check(use, untrusted, findings);
                }
            }
        }
    }

    private static void Check(ReferenceUse use, Untrusted untrusted, FindingList findings)
    {
        if (IsStatement(use.Text.Value) && untrusted.OriginOf(use.Reference) is { } origin)
        {
            findings.Add(
                DiagnosticCatalog.UntrustedSql,
                use.Location,
                $"{origin} becomes part of an SQL statement, where it can change what the statement does",
                "give it to the program as an input, and bind it as a parameter of the statement there");
        }
    }

    private static bool IsStatement(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        foreach (var (start, then) in Statements)
        {
            if (trimmed.StartsWith(start, StringComparison.Ordinal) && (then.Length == 0 || HasWord(trimmed[start.Length..], then)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(ReadOnlySpan<char> text, string word)
    {
        while (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }

            text = text[end..];
        }

        return false;
    }
}
