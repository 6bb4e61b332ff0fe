using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Graphs;

/// <summary>A back edge goes back, and its condition looks at nodes that have run by then.</summary>
internal sealed class BackEdgeRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var ancestry = new Ancestry(draft.Graph);
        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            if (draft.Nodes[i].Map.Map("back_edge") is { } backEdge)
            {
                Check(draft, i, backEdge, ancestry, findings);
            }
        }
    }

    private static void Check(WorkflowDraft draft, int index, MappingNode backEdge, Ancestry ancestry, FindingList findings)
    {
        var node = draft.Nodes[index];
        if (backEdge.Text("target") is { } target)
        {
            var to = draft.IndexOf(target.Value);
            if (to < 0)
            {
                findings.Add(
                    DiagnosticCatalog.UnknownBackEdgeTarget,
                    target.Location,
                    $"'{node.Id}' goes back to '{target.Value}', but there is no such node",
                    NodeNames.Hint(draft, target.Value, []));
            }
            else if (!ancestry.Leads(to, index))
            {
                findings.Add(
                    DiagnosticCatalog.BackEdgeNotUpstream,
                    target.Location,
                    $"'{node.Id}' goes back to '{target.Value}', but does not depend on it",
                    $"add 'depends_on: [{target.Value}]', or go back to a node that comes before",
                    [new RelatedPlace($"'{draft.Nodes[to].Id}' is defined here", draft.Nodes[to].Key.Location)]);
            }
        }

        foreach (var use in node.References.Where(use => use is { IsInBackEdge: true, Reference.IsNode: true }))
        {
            if (draft.IndexOf(use.Reference.Name) is >= 0 and var referred && !ancestry.Leads(referred, index))
            {
                findings.Add(
                    DiagnosticCatalog.BackEdgeScope,
                    use.Location,
                    $"this condition is looked at right after '{node.Id}', when '{use.Reference.Name}' may not have run",
                    $"refer to '{node.Id}' or to a node that it depends on");
            }
        }
    }
}
