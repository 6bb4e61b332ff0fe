using Binex.Core.Expressions;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Rules.References;

namespace Binex.Validation.Rules.Graphs;

/// <summary>Which outputs of which nodes are used: by references, by nodes that are given all that comes in, by loops and by the workflow.</summary>
internal sealed class NodeUses
{
    private readonly WorkflowDraft _draft;
    private readonly bool[] _asAWhole;
    private readonly HashSet<string>?[] _byName;

    /// <summary>Finds the uses of a workflow, in time linear in it.</summary>
    public NodeUses(WorkflowDraft draft)
    {
        _draft = draft;
        _asAWhole = InLoops(draft);
        _byName = new HashSet<string>?[draft.Nodes.Count];
        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            AddUsesOf(i);
        }

        foreach (var use in draft.OutputReferences)
        {
            Add(use.Reference, draft.TargetOf(use, null));
        }

        // One that is written without the '${' was reported as such.
        foreach (var output in draft.Outputs.Where(output => output.Value.IsConstant))
        {
            if (draft.IndexOf(output.Value.Source.Split('.')[0]) is >= 0 and var meant)
            {
                _asAWhole[meant] = true;
            }
        }

        foreach (var reference in OtherTexts.References(draft))
        {
            Add(reference, reference.IsNode ? draft.IndexOf(reference.Name) : -1);
        }
    }

    /// <summary>Of each node, whether a <c>type: loop</c> contains it.</summary>
    public static bool[] InLoops(WorkflowDraft draft)
    {
        var contained = new bool[draft.Nodes.Count];
        foreach (var node in draft.Nodes)
        {
            foreach (var id in node.Map.Texts("contains"))
            {
                if (draft.IndexOf(id.Value) is >= 0 and var index)
                {
                    contained[index] = true;
                }
            }
        }

        return contained;
    }

    /// <summary>Whether an output of a node is used.</summary>
    public bool Has(int node, string output) => _asAWhole[node] || _byName[node]?.Contains(output) == true;

    private void AddUsesOf(int index)
    {
        var node = _draft.Nodes[index];
        foreach (var use in node.References)
        {
            Add(use.Reference, _draft.TargetOf(use, node));
        }

        if (TakesAllThatComesIn(node))
        {
            foreach (var dependency in _draft.Graph.Predecessors(index))
            {
                _asAWhole[dependency] = true;
            }
        }

        // A loop shows its first node what its last one said; and a workflow that declares no outputs returns what is left over.
        _asAWhole[index] |= node.IsExpanded
            || node.Node.BackEdge is not null
            || (_draft.Outputs.Count == 0 && _draft.Graph.Successors(index).Length == 0);
    }

    private void Add(Reference reference, int target)
    {
        if (target < 0)
        {
            return;
        }

        if (reference.Root == ReferenceRoot.Status)
        {
            _asAWhole[target] = true;
            return;
        }

        (_byName[target] ??= new HashSet<string>(StringComparer.Ordinal)).Add(reference.Output);
    }

    private static bool TakesAllThatComesIn(NodeDraft node) => node.Node.Agent switch
    {
        { IsModel: true } or { Scheme: "human", Target: not "output" } => node.Node.Prompt is null,
        { Scheme: "local", Target: "template" or "select" or "noop" or "fail" } => false,
        _ => true,
    };
}
