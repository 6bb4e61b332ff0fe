using Binex.Core.Diagnostics;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Graphs;

/// <summary>Where nodes work together, none stands beside them without being asked for.</summary>
internal sealed class IsolatedNodeRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        // Nodes that are all independent are a list of jobs, which is fine.
        if (draft.Graph.EdgeCount == 0)
        {
            return;
        }

        var used = NodeUses.InLoops(draft);
        foreach (var use in draft.OutputReferences)
        {
            if (draft.TargetOf(use, null) is >= 0 and var target)
            {
                used[target] = true;
            }
        }

        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            var node = draft.Nodes[i];
            if (draft.Graph.Predecessors(i).Length + draft.Graph.Successors(i).Length == 0
                && !node.IsExpanded && !used[i])
            {
                findings.Add(
                    DiagnosticCatalog.IsolatedNode,
                    node.Key.Location,
                    $"'{node.Id}' stands alone: it needs no other node, none needs it, and the workflow does not return what it gives",
                    "connect it by a reference or by 'depends_on', name it in 'outputs', or move it into a workflow of its own");
            }
        }
    }
}
