using Binex.Core.Diagnostics;
using Binex.Core.Graphs;
using Binex.Core.Text;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Graphs;

/// <summary>No nodes wait for each other. Of circles that share no node, each is shown, by its shortest path.</summary>
internal sealed class CycleRule : IRule
{
    private const int MostCycles = 5;
    private const int MostNodesTold = 12;

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var graph = WithoutSelfEdges(draft, findings);
        for (var i = 0; i < MostCycles && CycleFinder.Shortest(graph) is { } cycle; i++)
        {
            Report(draft, cycle, findings);
            graph = Without(graph, cycle);
        }
    }

    private static DirectedGraph WithoutSelfEdges(WorkflowDraft draft, FindingList findings)
    {
        var edges = new List<(int From, int To)>(draft.Graph.EdgeCount);
        for (var from = 0; from < draft.Graph.Count; from++)
        {
            foreach (var to in draft.Graph.Successors(from))
            {
                if (to != from)
                {
                    edges.Add((from, to));
                }
                else if (NeedOf(draft, from, from) is { } use && !draft.Nodes[from].Node.DependsOn.Contains(draft.Nodes[from].Id, StringComparer.OrdinalIgnoreCase))
                {
                    findings.Add(
                        DiagnosticCatalog.SelfDependency,
                        use,
                        $"'{draft.Nodes[from].Id}' refers to its own output, which is not there before it has run",
                        "refer to another node, or close a loop with 'back_edge'");
                }
            }
        }

        return new DirectedGraph(draft.Graph.Count, edges);
    }

    private static void Report(WorkflowDraft draft, IReadOnlyList<int> path, FindingList findings)
    {
        var needs = path.Take(MostNodesTold)
            .Select((node, i) => (Node: node, Needed: path[(i + 1) % path.Count]))
            .Select(step => (Message: $"'{draft.Nodes[step.Node].Id}' needs '{draft.Nodes[step.Needed].Id}'", Location: NeedOf(draft, step.Node, step.Needed)))
            .Where(need => need.Location is not null)
            .ToList();
        findings.Add(
            DiagnosticCatalog.DependencyCycle,
            needs.Count > 0 ? needs[0].Location! : draft.Nodes[path[0]].Key.Location,
            $"these nodes wait for each other: {PathText(draft, path)}",
            "take one of the dependencies out, or close a loop with 'back_edge'",
            [.. needs.Skip(1).Select(need => new RelatedPlace(need.Message, need.Location!))]);
    }

    private static string PathText(WorkflowDraft draft, IReadOnlyList<int> path)
    {
        var told = path.Count <= MostNodesTold ? path : [.. path.Take(MostNodesTold - 1)];
        var names = told.Select(node => $"{draft.Nodes[node].Id} (line {draft.Nodes[node].Key.Range.Start.Line})");
        var left = path.Count - told.Count;
        return $"{string.Join(" -> ", names)} -> {(left > 0 ? $"… {left:N0} more … -> " : "")}{draft.Nodes[path[0]].Id}";
    }

    // Where a node says that it needs another one.
    private static SourceLocation? NeedOf(WorkflowDraft draft, int node, int needed)
    {
        var id = draft.Nodes[needed].Id;
        return draft.Nodes[node].DependsOn.FirstOrDefault(item => item.Value.Equals(id, StringComparison.OrdinalIgnoreCase))?.Location
            ?? draft.Nodes[node].References
                .FirstOrDefault(use => !use.IsInBackEdge && use.Reference.IsNode && use.Reference.Name.Equals(id, StringComparison.OrdinalIgnoreCase))?.Location;
    }

    private static DirectedGraph Without(DirectedGraph graph, IReadOnlyList<int> nodes)
    {
        var removed = nodes.ToHashSet();
        var edges = new List<(int From, int To)>();
        for (var from = 0; from < graph.Count; from++)
        {
            foreach (var to in graph.Successors(from))
            {
                if (!removed.Contains(from) && !removed.Contains(to))
                {
                    edges.Add((from, to));
                }
            }
        }

        return new DirectedGraph(graph.Count, edges);
    }
}
