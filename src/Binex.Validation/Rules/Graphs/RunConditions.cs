using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Graphs;

/// <summary>Reports conditions that always hold, and nodes that never run.</summary>
internal static class RunConditions
{
    /// <summary>Reports what is found of the nodes of a workflow.</summary>
    public static void Check(WorkflowDraft draft, BranchFacts facts, FindingList findings)
    {
        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            var node = draft.Nodes[i];
            if (node.Node.When is { Analysis.Constant: true })
            {
                findings.Add(
                    DiagnosticCatalog.AlwaysRuns,
                    node.Map.Text("when")!.Location,
                    $"this condition always holds, so '{node.Id}' is never skipped",
                    "leave 'when' out, or let it look at an output or a variable");
            }
            else if (facts.NeverRuns(i))
            {
                Report(node, i, facts, findings);
            }
        }
    }

    private static void Report(NodeDraft node, int index, BranchFacts facts, FindingList findings)
    {
        if (node.Node.When is { Analysis: { Constant: false } analysis })
        {
            findings.Add(
                DiagnosticCatalog.NeverRuns,
                node.Map.Text("when")!.Location,
                $"this condition never holds, so '{node.Id}' never runs",
                analysis.Required.Count > 1
                    ? "its parts exclude each other; join them with 'or', or take one out"
                    : "take the node out, or change the condition");
        }
        else if (facts.NeededInVain(index) is { } needed)
        {
            findings.Add(
                DiagnosticCatalog.NeverRuns,
                node.Map.Text("when")!.LocationOf(needed.Offset, needed.Length),
                $"'{node.Id}' never runs: its condition needs a value of '{needed.Name}', which never runs");
        }
        else
        {
            findings.Add(
                DiagnosticCatalog.NeverRuns,
                node.Map!.Entry("skip_propagation")!.Key.Location,
                $"'{node.Id}' never runs: it is skipped with the nodes it needs, and none of them ever runs");
        }
    }
}
