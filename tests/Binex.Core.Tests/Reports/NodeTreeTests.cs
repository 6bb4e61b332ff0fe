using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Reports;

public sealed class NodeTreeTests
{
    [Fact]
    public void Ordered_NodesInsideOthers_StandBehindThem()
    {
        var tree = NodeTree.Of(Nodes(("a", null), ("b", null), ("a.1", "A"), ("b.x", "b"), ("a.1.y", "a.1"), ("a.2", "a")));

        tree.Roots.ShouldBe([0, 1]);
        tree.Ordered().ShouldBe([0, 2, 4, 5, 1, 3]);
        tree.Ordered(node => -node).ShouldBe([1, 3, 0, 5, 2, 4]);
        Enumerable.Range(0, 6).Select(tree.DepthOf).ShouldBe([0, 0, 1, 1, 2, 1]);
        tree.WithParents([4]).Order().ShouldBe([0, 2, 4]);
    }

    [Fact]
    public void Of_ParentsThatAreNone_AreNone()
    {
        var tree = NodeTree.Of(Nodes(("itself", "itself"), ("early", "late"), ("late", "early"), ("lost", "nowhere")));

        tree.Roots.ShouldBe([0, 1, 3]);
        tree.ParentOf(2).ShouldBe(1);
    }

    [Fact]
    public void Ordered_AnyReport_HasEveryNodeOnce() => Gen.Select(Gen.Int[0, 200], Gen.Int[0, int.MaxValue]).Holds(100, (count, seed) =>
    {
        var random = new Random(seed);
        var tree = NodeTree.Of(Nodes([.. Enumerable.Range(0, count).Select(_ => ($"n{random.Next(count)}", (string?)$"n{random.Next(2 * count)}"))]));

        tree.Ordered().Order().ShouldBe(Enumerable.Range(0, count));
        Enumerable.Range(0, count).ShouldAllBe(node => tree.ParentOf(node) < node);
    });

    [Fact]
    public void Of_AVeryDeepReport_IsAsDeepAsCanBe()
    {
        var tree = NodeTree.Of(Nodes([.. Enumerable.Range(0, 100_000).Select(i => ($"n{i}", (string?)$"n{i - 1}"))]));

        tree.Ordered().Count().ShouldBe(100_000);
        tree.DepthOf(99_999).ShouldBe(NodeTree.MostDepth);
    }

    private static ReportNode[] Nodes(params (string Id, string? Parent)[] nodes) =>
        [.. nodes.Select(node => new ReportNode(node.Id, "local://echo", NodeStatus.Completed) { Parent = node.Parent })];
}
