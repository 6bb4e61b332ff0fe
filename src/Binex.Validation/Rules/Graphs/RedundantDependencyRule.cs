using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Fixing;

namespace Binex.Validation.Rules.Graphs;

/// <summary>What a reference says already is not said again in <c>depends_on</c>.</summary>
internal sealed class RedundantDependencyRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            if (draft.Nodes[i].Node.DependsOn.Count > 0)
            {
                Check(draft, i, findings);
            }
        }
    }

    private static void Check(WorkflowDraft draft, int index, FindingList findings)
    {
        var node = draft.Nodes[index];
        var referred = new Dictionary<string, ReferenceUse>(StringComparer.OrdinalIgnoreCase);
        foreach (var use in node.References)
        {
            if (!use.IsInBackEdge && draft.TargetOf(use, node) is >= 0 and var target && target != index)
            {
                referred.TryAdd(use.Reference.Name, use);
            }
        }

        foreach (var id in node.DependsOn)
        {
            // Each once: a second entry is reported as a duplicate.
            if (referred.Remove(id.Value, out var use))
            {
                findings.Add(
                    DiagnosticCatalog.RedundantDependency,
                    id.Location,
                    $"'{node.Id}' depends on '{id.Value}' already, by its reference {use.Reference}",
                    "leave it out",
                    [new RelatedPlace("the reference", use.Location)],
                    FixOf(node.Map!, id));
            }
        }
    }

    private static DiagnosticFix? FixOf(MappingNode map, ScalarNode id) => map.Entry("depends_on") switch
    {
        { Value: SequenceNode { Items.Count: > 1 } several } => Fixes.Remove(several, id),
        { Value: SequenceNode { HasProperties: false } } only => Fixes.Remove(map, only),
        _ => null,
    };
}
