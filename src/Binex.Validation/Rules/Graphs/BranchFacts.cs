using Binex.Core.Expressions;
using Binex.Core.Graphs;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Graphs;

/// <summary>Which nodes may be skipped, and which never run, by their conditions and those of the nodes they need.</summary>
internal sealed class BranchFacts
{
    private readonly WorkflowDraft _draft;
    private readonly bool[] _mayBeSkipped;
    private readonly bool[] _neverRuns;

    private BranchFacts(WorkflowDraft draft)
    {
        _draft = draft;
        _mayBeSkipped = new bool[draft.Nodes.Count];
        _neverRuns = new bool[draft.Nodes.Count];
    }

    /// <summary>The facts of a workflow, in time nearly linear in it; null when nodes wait for each other.</summary>
    public static BranchFacts? Of(WorkflowDraft draft)
    {
        var facts = new BranchFacts(draft);

        // Most workflows have no branches, and then there is nothing to find out.
        if (draft.Nodes.Any(node => node.Node.When is not null))
        {
            if (TopologicalOrder.Of(draft.Graph) is not { } order)
            {
                return null;
            }

            foreach (var node in order)
            {
                facts.Decide(node);
            }
        }

        return facts;
    }

    /// <summary>Whether a node may be skipped.</summary>
    public bool MayBeSkipped(int node) => _mayBeSkipped[node];

    /// <summary>Whether a node runs in no run.</summary>
    public bool NeverRuns(int node) => _neverRuns[node];

    /// <summary>A node that never runs and whose value a condition needs in order to hold; null when there is none.</summary>
    /// <param name="node">The node with the condition.</param>
    public Reference? NeededInVain(int node)
    {
        foreach (var test in _draft.Nodes[node].Node.When?.Analysis.Required ?? [])
        {
            if (test is { NeedsValue: true, Reference: { Root: ReferenceRoot.Output, Default: null } needed }
                && _draft.IndexOf(needed.Name) is >= 0 and var target && _neverRuns[target])
            {
                return needed;
            }
        }

        return null;
    }

    /// <summary>Whether a node is skipped with its dependencies, and all of them never run.</summary>
    public bool IsSkippedWithAll(int node) => _draft.Nodes[node].Node.SkipPropagation && All(node, _neverRuns);

    private void Decide(int node)
    {
        var when = _draft.Nodes[node].Node.When;
        var constant = when?.Analysis.Constant;
        _mayBeSkipped[node] = (when is not null && constant != true) || (_draft.Nodes[node].Node.SkipPropagation && All(node, _mayBeSkipped));
        _neverRuns[node] = constant == false || NeededInVain(node) is not null || IsSkippedWithAll(node);
    }

    private bool All(int node, bool[] facts)
    {
        var dependencies = _draft.Graph.Predecessors(node);
        foreach (var dependency in dependencies)
        {
            if (!facts[dependency])
            {
                return false;
            }
        }

        return dependencies.Length > 0;
    }
}
