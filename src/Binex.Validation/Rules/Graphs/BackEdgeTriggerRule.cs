using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Graphs;

/// <summary>A back edge can be taken, and the loop can end otherwise than by its limit.</summary>
internal sealed class BackEdgeTriggerRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.Node.BackEdge is { } backEdge && node.Map.Map("back_edge") is { } map)
            {
                Check(node, backEdge.When.Analysis.Constant, backEdge.AcceptAtLimit, map, findings);
            }
        }
    }

    private static void Check(NodeDraft node, bool? constant, bool acceptsAtLimit, MappingNode map, FindingList findings)
    {
        if (constant == false)
        {
            findings.Add(
                DiagnosticCatalog.BackEdgeNeverTaken,
                map.Text("when")!.Location,
                $"this condition never holds, so '{node.Id}' never goes back",
                "change the condition, or leave 'back_edge' out");
        }
        else if (map.Integer("max_iterations") == 1)
        {
            findings.Add(
                DiagnosticCatalog.BackEdgeNeverTaken,
                map["max_iterations"]!.Location,
                $"max_iterations counts all executions, so with 1 '{node.Id}' never goes back",
                "write 2 for one more iteration");
        }
        else if (constant == true && !acceptsAtLimit)
        {
            findings.Add(
                DiagnosticCatalog.BackEdgeNeverEnds,
                map.Text("when")!.Location,
                $"this condition always holds, so '{node.Id}' goes back until it fails at its max_iterations",
                "let the condition look at an output, or write 'on_limit: accept' for a fixed number of iterations");
        }
    }
}
