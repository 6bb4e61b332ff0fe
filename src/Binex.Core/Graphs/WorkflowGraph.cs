using Binex.Core.Workflows;

namespace Binex.Core.Graphs;

/// <summary>Which node needs which, and which nodes a back edge runs again. Nodes are named by their index.</summary>
public sealed class WorkflowGraph
{
    private readonly Dictionary<int, Loop> _loops;

    private WorkflowGraph(DirectedGraph edges, Dictionary<int, Loop> loops)
    {
        Edges = edges;
        _loops = loops;
    }

    /// <summary>The edges, from a dependency to its dependant.</summary>
    public DirectedGraph Edges { get; }

    /// <summary>The loops, by the index of the node that closes them.</summary>
    public IReadOnlyDictionary<int, Loop> Loops => _loops;

    /// <summary>The graph of a workflow that was checked.</summary>
    /// <param name="workflow">The workflow.</param>
    public static WorkflowGraph Build(Workflow workflow)
    {
        var edges = DependencyEdges.Build(workflow.Nodes, workflow.IndexOf);
        var bodies = new Lazy<LoopBodies>(() => new LoopBodies(edges));
        var loops = new Dictionary<int, Loop>();
        for (var i = 0; i < workflow.Nodes.Count; i++)
        {
            if (workflow.Nodes[i].BackEdge is { } backEdge && workflow.IndexOf(backEdge.Target) is >= 0 and var target)
            {
                var source = i;
                loops.Add(source, new Loop(source, target, () => Members(edges, bodies.Value.Between(target, source))));
            }
        }

        return new WorkflowGraph(edges, loops);
    }

    // Adds to the body what depends on members alone: a node joins when the last of its dependencies has.
    private static int[] Members(DirectedGraph edges, HashSet<int> body)
    {
        var members = new HashSet<int>(body);
        var open = new Queue<int>(body);
        var outside = new Dictionary<int, int>();
        while (open.TryDequeue(out var member))
        {
            foreach (var dependant in edges.Successors(member))
            {
                if (members.Contains(dependant))
                {
                    continue;
                }

                var left = outside.GetValueOrDefault(dependant, edges.Predecessors(dependant).Length) - 1;
                outside[dependant] = left;
                if (left == 0)
                {
                    members.Add(dependant);
                    open.Enqueue(dependant);
                }
            }
        }

        var sorted = members.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
