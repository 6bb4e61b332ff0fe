using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Fixing;

namespace Binex.Validation.Rules.Graphs;

/// <summary>Every id in <c>depends_on</c> and <c>contains</c> is that of another node, and stands there once.</summary>
internal sealed class DependencyRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            CheckList(draft, node, [.. node.DependsOn], findings);
            foreach (var id in node.Map.Texts("contains").Where(id => !IsKnown(draft, id.Value)))
            {
                ReportUnknown(draft, node, id, findings);
            }
        }
    }

    private static void CheckList(WorkflowDraft draft, NodeDraft node, List<ScalarNode> ids, FindingList findings)
    {
        var first = new Dictionary<string, ScalarNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in ids)
        {
            if (!first.TryAdd(id.Value, id))
            {
                findings.Add(
                    DiagnosticCatalog.DuplicateDependency,
                    id.Location,
                    $"'{node.Id}' depends on '{id.Value}' twice",
                    "leave one out, or name the node that was meant",
                    [new RelatedPlace("first written here", first[id.Value].Location)],
                    Fixes.Remove((SequenceNode)node.Map!["depends_on"]!, id));
            }
            else if (id.Value.Equals(node.Id, StringComparison.OrdinalIgnoreCase))
            {
                findings.Add(
                    DiagnosticCatalog.SelfDependency,
                    id.Location,
                    $"'{node.Id}' depends on itself, so it could never start",
                    "to repeat a node, use 'back_edge'");
            }
            else if (!IsKnown(draft, id.Value))
            {
                ReportUnknown(draft, node, id, findings);
            }
        }
    }

    // A pattern's steps are nodes named <id>.<step>, once it is expanded.
    private static bool IsKnown(WorkflowDraft draft, string id) =>
        draft.IndexOf(id) >= 0 || (id.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && draft.Find(id[..dot]) is { IsExpanded: true });

    private static void ReportUnknown(WorkflowDraft draft, NodeDraft node, ScalarNode id, FindingList findings) => findings.Add(
        DiagnosticCatalog.UnknownDependency,
        id.Location,
        $"'{node.Id}' depends on '{id.Value}', but there is no such node",
        NodeNames.Hint(draft, id.Value, []));
}
