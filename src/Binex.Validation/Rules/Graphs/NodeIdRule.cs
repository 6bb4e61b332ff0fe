using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Rules.References;

namespace Binex.Validation.Rules.Graphs;

/// <summary>Ids can be written in references, file names and command lines, and each names one node.</summary>
internal sealed class NodeIdRule : IRule
{
    private const int Longest = 100;

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            CheckForm(node.Key, findings);
            CheckClash(node, draft.Find(node.Id)!, findings);
            if (node.Map.Text("id") is { } written && written.Value != node.Id)
            {
                findings.Add(
                    DiagnosticCatalog.IdDiffers,
                    written.Location,
                    $"the node's id is its key '{node.Id}'; '{written.Value}' has no effect",
                    "leave 'id' out, or rename the key");
            }
        }
    }

    private static void CheckForm(ScalarNode key, FindingList findings)
    {
        if (ReferenceRoots.IsReserved(key.Value))
        {
            findings.Add(
                DiagnosticCatalog.ReservedId,
                key.Location,
                $"'{key.Value}' begins references of its own, so no node can have this id",
                "choose another id");
        }
        else if (FirstOdd(key.Value) is >= 0 and var odd)
        {
            findings.Add(
                DiagnosticCatalog.BadId,
                key.Location,
                $"the id '{key.Value}' has the character '{key.Value[odd]}'; ids are made of letters, digits, '_' and '-'",
                "references and file names cannot hold it");
        }
        else if (key.Value.Length is 0 or > Longest)
        {
            findings.Add(DiagnosticCatalog.BadId, key.Location, $"the id has {key.Value.Length} characters; it needs 1 to {Longest}");
        }
    }

    private static void CheckClash(NodeDraft node, NodeDraft first, FindingList findings)
    {
        if (!ReferenceEquals(node, first))
        {
            findings.Add(
                DiagnosticCatalog.IdClash,
                node.Key.Location,
                $"'{node.Id}' and '{first.Id}' at line {first.Key.Range.Start.Line} differ only in case, and ids are compared without it",
                "rename one of the two",
                (RelatedPlace[])[new RelatedPlace("the other one", first.Key.Location)]);
        }
    }

    // A loop and not SearchValues: making those takes a start of the tool two milliseconds.
    private static int FirstOdd(string id)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(id[i]) && id[i] is not ('_' or '-'))
            {
                return i;
            }
        }

        return -1;
    }
}
