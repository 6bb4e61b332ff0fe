using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.Testing.Workflows;
using CsCheck;

namespace Binex.Core.Tests.Runs;

/// <summary>A workflow, and the seed of all that happens to it.</summary>
/// <param name="Nodes">Its nodes in an order in which each needs only earlier ones.</param>
/// <param name="Order">Place of each node in the document.</param>
/// <param name="Total">Limit on all nodes.</param>
/// <param name="Models">Limit on models.</param>
/// <param name="Provider">Limit on one provider's models.</param>
/// <param name="Seed">Seed of what nodes bring and in which order they end.</param>
public sealed record RunCase(RunCaseNode[] Nodes, int[] Order, int? Total, int Models, int? Provider, int Seed)
{
    private static readonly string[] Agents = ["local://noop", "local://sleep", "llm://p/one", "llm://p/two", "llm://q/three", "human://approve"];

    private static readonly Gen<RunCaseNode> Node = Gen.Select(
        Gen.Int[0, 100].Array[0, 3], Gen.Int[0, Agents.Length - 1], Gen.Int[0, 7], Gen.Int[0, 100].Nullable(), Gen.Int[1, 4],
        (dependencies, agent, flags, back, max) => new RunCaseNode(
            dependencies, Agents[agent], (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, back is < 60 ? back : null, max));

    public static Gen<RunCase> Any { get; } =
        from nodes in Node.Array[1, 11]
        from order in Gen.Shuffle(Enumerable.Range(0, nodes.Length).ToArray())
        from total in Gen.Int[1, 4].Nullable()
        from models in Gen.Int[1, 3]
        from provider in Gen.Int[1, 2].Nullable()
        from seed in Gen.Int
        select new RunCase(nodes, order, total, models, provider, seed);

    public Workflow Build()
    {
        var ancestors = new List<SortedSet<int>>();
        var made = new Node[Nodes.Length];
        var builder = new WorkflowBuilder().Concurrency(Total, Models, Provider is { } limit ? [("p", limit)] : []);
        for (var i = 0; i < Nodes.Length; i++)
        {
            var dependencies = i == 0 ? [] : Nodes[i].Dependencies.Select(pick => pick % i).Distinct().ToArray();
            ancestors.Add([i, .. dependencies.SelectMany(dependency => ancestors[dependency])]);
            made[Order[i]] = WorkflowBuilder.NodeOf(
                Id(i),
                Nodes[i].Agent,
                dependsOn: [.. dependencies.Select(Id)],
                when: Nodes[i].HasCondition ? "true" : null,
                backEdge: Nodes[i].Back is { } back
                    ? WorkflowBuilder.BackTo(Id(ancestors[i].ElementAt(back % ancestors[i].Count)), max: Nodes[i].Max, accept: back % 2 == 0)
                    : null,
                change: node => node with { ContinueOnError = Nodes[i].ContinueOnError, SkipPropagation = Nodes[i].SkipPropagation });
        }

        Array.ForEach(made, node => builder.Node(node));
        return builder.Build();
    }

    public static Lanes LanesOf(Workflow workflow) => new(workflow, model => model[..1], processors: 2);

    public override string ToString() =>
        $"{string.Join("\n", Nodes.Select((node, i) => $"{Id(i)} at {Order[i]}: {node}"))}\ntotal {Total}, models {Models}, provider {Provider}, seed {Seed}";

    private static string Id(int node) => $"n{node}";
}
