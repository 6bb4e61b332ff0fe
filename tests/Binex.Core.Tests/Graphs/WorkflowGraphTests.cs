using Binex.Core.Expressions;
using Binex.Core.Graphs;
using Binex.Core.Workflows;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Graphs;

public sealed class WorkflowGraphTests
{
    [Fact]
    public void Build_DependsOnAndReferences_AreEdgesOnce() =>
        Edges(Build(Nodes.Of("a"), Nodes.Of("b", needs: ["A", "a"], reads: ["a", "a"]), Nodes.Of("c", reads: ["b", "nobody"], needs: ["none"])))
            .ShouldBe(["a>b", "b>c"]);

    [Fact]
    public void Build_ReferencesInConditions_AreEdges()
    {
        var c = Nodes.Of("c") with { When = Expression.Parse("${a.output} == x && ${b.status} == completed") };

        Edges(Build(Nodes.Of("a"), Nodes.Of("b"), c)).ShouldBe(["a>c", "b>c"]);
    }

    [Fact]
    public void Build_LoopMemberReadsTheLoopEnd_IsNoEdge()
    {
        var workflow = Build(
            Nodes.Of("draft", reads: ["review"]), Nodes.Of("edit", reads: ["draft", "review"]),
            Nodes.Of("review", reads: ["edit", "review"], back: "draft"), Nodes.Of("publish", reads: ["review"]),
            Nodes.Of("other"), Nodes.Of("join", reads: ["publish", "other"]));

        Edges(workflow).ShouldBe(["draft>edit", "edit>review", "review>publish", "publish>join", "other>join"]);
        Members(workflow, "review").ShouldBe(["draft", "edit", "review", "publish"]);
    }

    [Fact]
    public void Build_LoopWithinALoopThatIsJoinedByReferencesOnly_KeepsTheForwardEdges()
    {
        var workflow = Build(
            Nodes.Of("draft", reads: ["review", "final"]), Nodes.Of("review", reads: ["draft"], back: "draft"),
            Nodes.Of("polish", reads: ["draft", "review"]), Nodes.Of("final", reads: ["polish"], back: "draft"));

        Edges(workflow).ShouldBe(["draft>review", "draft>polish", "review>polish", "polish>final"]);
        Members(workflow, "final").ShouldBe(["draft", "review", "polish", "final"]);
    }

    [Fact]
    public void Build_InnerNodeReadsTheOuterEnd_KeepsTheForwardEdges()
    {
        var workflow = Build(
            Nodes.Of("start"), Nodes.Of("second", needs: ["start"], reads: ["final"]), Nodes.Of("draft", needs: ["second"]),
            Nodes.Of("review", needs: ["draft"], back: "draft"), Nodes.Of("polish", needs: ["draft"], reads: ["review"]),
            Nodes.Of("final", needs: ["polish"], back: "start"));

        Edges(workflow).ShouldBe(["start>second", "second>draft", "draft>review", "draft>polish", "review>polish", "polish>final"]);
    }

    [Fact]
    public void Build_LoopMemberDependsOnTheLoopEnd_StaysACycle()
    {
        var workflow = Build(Nodes.Of("a", needs: ["b"]), Nodes.Of("b", needs: ["a"], back: "a"));

        CycleFinder.Shortest(workflow.Graph.Edges)!.ShouldBe([0, 1]);
    }

    [Fact]
    public void Build_BackEdgeToItself_IsALoopOfOne()
    {
        var workflow = Build(Nodes.Of("a", reads: ["a"], back: "a"), Nodes.Of("b"), Nodes.Of("c", needs: ["a", "b"]));

        Edges(workflow).ShouldBe(["a>c", "b>c"]);
        Members(workflow, "a").ShouldBe(["a"]);
    }

    [Fact]
    public void Build_BackEdgeToNobody_IsNoLoop()
    {
        var workflow = Build(Nodes.Of("a", back: "zz"), Nodes.Of("b", reads: ["a"]));

        workflow.Graph.Loops.ShouldBeEmpty();
        Edges(workflow).ShouldBe(["a>b"]);
    }

    [Fact]
    public void Build_ReferenceToTheEndOfALoopOneIsNotIn_IsAnEdge()
    {
        // x comes before the loop; reading its end makes a cycle, which validation reports.
        var workflow = Build(Nodes.Of("x", reads: ["review"]), Nodes.Of("draft", needs: ["x"]), Nodes.Of("review", needs: ["draft"], back: "draft"));

        CycleFinder.Shortest(workflow.Graph.Edges)!.ShouldBe([0, 2, 1]);
    }

    [Fact]
    public void Members_AnyAcyclicGraph_AreThePathsAndWhatDependsOnThemAlone() =>
        Gen.Select(RandomGraphs.Acyclic, Gen.Int[0, 8], Gen.Int[0, 8]).Where(sample => Math.Max(sample.Item2, sample.Item3) < sample.Item1.Count).Holds(
            2_000,
            (graph, target, source) =>
            {
                var nodes = Enumerable.Range(0, graph.Count).Select(node => Nodes.Of(
                    $"n{node}", [.. graph.Predecessors(node).ToArray().Select(needed => $"n{needed}")], back: node == source ? $"n{target}" : null));

                Build([.. nodes]).Graph.Loops[source].Members.ShouldBe(NaiveMembers(graph, target, source));
            });

    [Fact]
    public void Build_AHundredThousandNodesOfFanOutAndFanIn_IsFast()
    {
        var middle = Enumerable.Range(0, 99_998).Select(node => $"m{node}").ToArray();

        var graph = Build([Nodes.Of("first"), .. middle.Select(id => Nodes.Of(id, reads: ["first"])), Nodes.Of("last", needs: middle, back: "first")]).Graph;

        graph.Edges.EdgeCount.ShouldBe(2 * 99_998);
        graph.Loops[99_999].Members.Count.ShouldBe(100_000);
    }

    [Fact]
    public void Build_TenThousandLoopsInARow_IsFast()
    {
        var nodes = new List<Node>();
        for (var i = 0; i < 10_000; i++)
        {
            nodes.Add(Nodes.Of($"draft{i}", reads: i == 0 ? [$"review{i}"] : [$"review{i}", $"review{i - 1}"]));
            nodes.Add(Nodes.Of($"edit{i}", reads: [$"draft{i}"]));
            nodes.Add(Nodes.Of($"review{i}", reads: [$"edit{i}"], back: $"draft{i}"));
        }

        var graph = Build([.. nodes]).Graph;

        graph.Edges.EdgeCount.ShouldBe(30_000 - 1);
        graph.Loops[29_999].Members.ShouldBe([29_997, 29_998, 29_999]);
    }

    [Fact]
    public void Build_EveryNodeLoopsBackToTheFirst_Ends()
    {
        var nodes = Enumerable.Range(0, 20_000).Select(i => Nodes.Of($"n{i}", reads: i == 0 ? [] : [$"n{i - 1}", $"n{i / 2}"], back: "n0"));

        Build([.. nodes]).Graph.Loops.Count.ShouldBe(20_000);
    }

    private static Workflow Build(params Node[] nodes) => new("w", nodes);

    private static string[] Edges(Workflow workflow) =>
    [
        .. Enumerable.Range(0, workflow.Nodes.Count).SelectMany(from => workflow.Graph.Edges.Successors(from).ToArray()
            .Select(to => $"{workflow.Nodes[from].Id}>{workflow.Nodes[to].Id}")),
    ];

    private static string[] Members(Workflow workflow, string source) =>
        [.. workflow.Graph.Loops[workflow.IndexOf(source)].Members.Select(member => workflow.Nodes[member].Id)];

    private static List<int> NaiveMembers(DirectedGraph graph, int target, int source)
    {
        var reaches = DirectedGraphTests.Closure(graph);
        var members = Enumerable.Range(0, graph.Count).Where(node => reaches[target, node] && reaches[node, source]).ToHashSet();
        int before;
        do
        {
            before = members.Count;
            members.UnionWith(Enumerable.Range(0, graph.Count).Where(
                node => graph.Predecessors(node).Length > 0 && graph.Predecessors(node).ToArray().All(members.Contains)));
        }
        while (members.Count > before);

        return [.. members.Order()];
    }
}
