using Binex.Core.Configuration;
using Binex.Core.Graphs;
using Binex.Core.Text;
using Binex.Core.Workflows;
using Binex.Validation.Documents;

namespace Binex.Validation.Building;

/// <summary>A workflow as far as it could be built. Rules look at it; without errors it becomes the workflow.</summary>
internal sealed class WorkflowDraft
{
    private const long MostLoopSteps = 10_000_000;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.OrdinalIgnoreCase);
    private DirectedGraph? _graph;
    private Workflow? _workflow;

    /// <summary>Takes the nodes. Of ids that clash, the first counts.</summary>
    public WorkflowDraft(MappingNode root, IReadOnlyList<NodeDraft> nodes)
    {
        Root = root;
        Nodes = nodes;
        for (var i = 0; i < nodes.Count; i++)
        {
            _indexes.TryAdd(nodes[i].Id, i);
        }
    }

    /// <summary>The document.</summary>
    public MappingNode Root { get; }

    /// <summary>Its nodes, in document order.</summary>
    public IReadOnlyList<NodeDraft> Nodes { get; }

    /// <summary>What the defaults say.</summary>
    public DefaultSettings Defaults { get; init; } = new();

    /// <summary>Its budget.</summary>
    public WorkflowBudget Budget { get; init; } = new();

    /// <summary>What CI fails on.</summary>
    public GateLimits Gates { get; init; } = new();

    /// <summary>How many nodes run at once.</summary>
    public ConcurrencyLimits Concurrency { get; init; } = new();

    /// <summary>Its variables.</summary>
    public IReadOnlyList<Variable> Variables { get; init; } = [];

    /// <summary>What it returns.</summary>
    public IReadOnlyList<WorkflowOutput> Outputs { get; init; } = [];

    /// <summary>References in what it returns.</summary>
    public IReadOnlyList<ReferenceUse> OutputReferences { get; init; } = [];

    /// <summary>All references that were read, those in what it returns last.</summary>
    public IEnumerable<ReferenceUse> References => Nodes.SelectMany(node => node.References).Concat(OutputReferences);

    /// <summary>The files it names that were read.</summary>
    public IReadOnlyCollection<SourceText> Files { get; init; } = [];

    /// <summary>Its graph; names of unknown nodes are left out.</summary>
    public DirectedGraph Graph => _graph ??= DependencyEdges.Build((Node[])[.. Nodes.Select(draft => draft.Node)], IndexOf);

    /// <summary>
    /// Whether it is known in reasonable time how often nodes run. What hangs on a loop runs again with it, so that counting takes as
    /// many steps as there are pairs of loops and nodes; only a file of thousands of loops has too many.
    /// </summary>
    public bool HasCountableLoops => (long)Nodes.Count * Nodes.Count(node => node.Node.BackEdge is not null) <= MostLoopSteps;

    /// <summary>Ids of all nodes.</summary>
    public IEnumerable<string> Ids => Nodes.Select(node => node.Id);

    /// <summary>The index of a node, or -1.</summary>
    public int IndexOf(string id) => _indexes.TryGetValue(id, out var index) ? index : -1;

    /// <summary>The node with an id, or null.</summary>
    public NodeDraft? Find(string id) => IndexOf(id) is >= 0 and var index ? Nodes[index] : null;

    /// <summary>The index of the node that a reference names, or -1.</summary>
    /// <param name="use">The reference.</param>
    /// <param name="node">The node it stands in, where the name of an item goes before that of a node; null in what the workflow returns.</param>
    public int TargetOf(ReferenceUse use, NodeDraft? node) =>
        use.Reference.IsNode && (node?.ItemName is null || node.ItemName != use.Reference.Name) ? IndexOf(use.Reference.Name) : -1;

    /// <summary>The workflow; only for a draft in which no error was found.</summary>
    public Workflow ToWorkflow() => _workflow ??= new Workflow(Root.Text("name")!.Value, (Node[])[.. Nodes.Select(draft => draft.Node)])
    {
        Description = Root.Text("description")?.Value,
        Variables = Variables,
        Budget = Budget,
        Concurrency = Concurrency,
        Gates = Gates,
        Outputs = Outputs,
    };
}
