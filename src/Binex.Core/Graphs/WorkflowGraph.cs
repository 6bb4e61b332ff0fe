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
        var loops = new Dictionary<int, Loop>();
        for (var i = 0; i < workflow.Nodes.Count; i++)
        {
            if (workflow.Nodes[i].BackEdge is { } backEdge && workflow.IndexOf(backEdge.Target) is >= 0 and var target)
            {
                loops.Add(i, new Loop(i, target, Members(edges, target, i)));
            }
        }

        return new WorkflowGraph(edges, loops);
    }

    private static int[] Members(DirectedGraph edges, int target, int source)
    {
        var members = edges.Reach(target, backwards: false);
        members.IntersectWith(edges.Reach(source, backwards: true));
        var open = new Queue<int>(members);
        while (open.TryDequeue(out var member))
        {
            foreach (var dependant in edges.Successors(member))
            {
                if (!members.Contains(dependant) && AllIn(edges.Predecessors(dependant), members))
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

    private static bool AllIn(ReadOnlySpan<int> nodes, HashSet<int> set)
    {
        foreach (var node in nodes)
        {
            if (!set.Contains(node))
            {
                return false;
            }
        }

        return true;
    }
}
