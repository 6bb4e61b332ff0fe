using Binex.Core.Configuration;
using Binex.Core.Graphs;

namespace Binex.Core.Workflows;

/// <summary>A workflow that can run: read, checked, defaults applied, prompt files read.</summary>
public sealed class Workflow
{
    private readonly Dictionary<string, int> _indexes;

    /// <summary>Takes nodes that were checked: ids are unique, dependencies and references name nodes, there is no cycle.</summary>
    /// <param name="name">The workflow's name.</param>
    /// <param name="nodes">Its nodes, in document order.</param>
    public Workflow(string name, IReadOnlyList<Node> nodes)
    {
        Name = name;
        Nodes = nodes;
        _indexes = new Dictionary<string, int>(nodes.Count, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < nodes.Count; i++)
        {
            _indexes.Add(nodes[i].Id, i);
        }

        Graph = WorkflowGraph.Build(this);
    }

    private Workflow(Workflow other)
    {
        Name = other.Name;
        Description = other.Description;
        Nodes = other.Nodes;
        Graph = other.Graph;
        Variables = other.Variables;
        Outputs = other.Outputs;
        Gates = other.Gates;
        _indexes = other._indexes;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Its nodes, in document order; a node's index is its place here.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Which node needs which.</summary>
    public WorkflowGraph Graph { get; }

    /// <summary>Its variables, in document order.</summary>
    public IReadOnlyList<Variable> Variables { get; init; } = [];

    /// <summary>Its budget.</summary>
    public WorkflowBudget Budget { get; init; } = new();

    /// <summary>What CI fails on, beside the budget.</summary>
    public GateLimits Gates { get; init; } = new();

    /// <summary>How many nodes run at once.</summary>
    public ConcurrencyLimits Concurrency { get; init; } = new();

    /// <summary>What it returns, in document order.</summary>
    public IReadOnlyList<WorkflowOutput> Outputs { get; init; } = [];

    /// <summary>The same workflow with other limits.</summary>
    /// <param name="budget">Its budget.</param>
    /// <param name="concurrency">How many nodes run at once.</param>
    public Workflow WithLimits(WorkflowBudget budget, ConcurrencyLimits concurrency) =>
        new(this) { Budget = budget, Concurrency = concurrency };

    /// <summary>The same workflow with other nodes.</summary>
    /// <param name="nodes">Its nodes, in document order, checked as those of the constructor.</param>
    public Workflow WithNodes(IReadOnlyList<Node> nodes) => new(Name, nodes)
    {
        Description = Description,
        Variables = Variables,
        Budget = Budget,
        Concurrency = Concurrency,
        Outputs = Outputs,
        Gates = Gates,
    };

    /// <summary>The index of a node, or -1.</summary>
    /// <param name="id">The node's id, in any case.</param>
    public int IndexOf(string id) => _indexes.GetValueOrDefault(id, -1);

    /// <summary>The node with an id.</summary>
    /// <param name="id">The node's id, in any case.</param>
    /// <exception cref="KeyNotFoundException">There is no such node.</exception>
    public Node this[string id] => Nodes[_indexes[id]];
}
