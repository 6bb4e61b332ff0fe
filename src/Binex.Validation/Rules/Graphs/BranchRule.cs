using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Expressions.Analysis;
using Binex.Core.Text;
using Binex.Core.Workflows;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Graphs;

/// <summary>Each node runs in some run, and who reads the output of a node that may be skipped says what stands in for it.</summary>
internal sealed class BranchRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (BranchFacts.Of(draft) is not { } facts)
        {
            return;
        }

        RunConditions.Check(draft, facts, findings);

        // Where there are loops, two conditions may see different values of one output.
        var hasLoops = draft.Nodes.Any(node => node.Node.BackEdge is not null);
        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            var reads = ReadsOfBranches(draft, i, facts);
            if (reads.Count > 0)
            {
                Check(draft, i, reads, hasLoops, findings);
            }
        }
    }

    private static List<BranchRead> ReadsOfBranches(WorkflowDraft draft, int index, BranchFacts facts)
    {
        var reads = new List<BranchRead>();
        var node = draft.Nodes[index];
        foreach (var use in node.References)
        {
            if (use is { IsInCondition: false, Reference: { Root: ReferenceRoot.Output, Default: null } }
                && draft.TargetOf(use, node) is >= 0 and var target && target != index && facts.MayBeSkipped(target))
            {
                reads.Add(new BranchRead(use, draft.Nodes[target]));
            }
        }

        return reads;
    }

    private static void Check(WorkflowDraft draft, int index, List<BranchRead> reads, bool hasLoops, FindingList findings)
    {
        var node = draft.Nodes[index];
        var foreseen = new ForeseenBranches(node.Node, draft.Graph.Predecessors(index).Length, reads);
        foreach (var read in reads)
        {
            if (!hasLoops && Excluded(node.Node, read.Branch.Node) is var (own, other))
            {
                findings.Add(
                    DiagnosticCatalog.ExclusiveBranches,
                    read.Use.Location,
                    $"whenever '{node.Id}' runs, '{read.Branch.Id}' is skipped, so {read.Use.Reference} is always empty here",
                    "the two conditions exclude each other; refer to another node, or change one of them",
                    [
                        new RelatedPlace($"'{node.Id}' runs only under this condition", PlaceOf(node, own)),
                        new RelatedPlace($"'{read.Branch.Id}' runs only under this one", PlaceOf(read.Branch, other)),
                    ]);
            }
            else if (!foreseen.Has(read))
            {
                findings.Add(
                    DiagnosticCatalog.SkippedWithoutDefault,
                    read.Use.Location,
                    $"'{read.Branch.Id}' may be skipped, and then {read.Use.Reference} is empty here",
                    $"give it a default, as {read.Use.Reference.ToString()[..^1]}:-…}}, or give '{node.Id}' the same 'when'",
                    [new RelatedPlace($"'{read.Branch.Id}' is defined here", read.Branch.Key.Location)]);
            }
        }
    }

    private static (ConditionTest Own, ConditionTest Other)? Excluded(Node node, Node branch)
    {
        foreach (var own in node.When?.Analysis.Required ?? [])
        {
            foreach (var other in branch.When?.Analysis.Required ?? [])
            {
                if (IsSettled(own.Reference) && own.Excludes(other))
                {
                    return (own, other);
                }
            }
        }

        return null;
    }

    // What is spent grows while a run goes on; the two conditions may see different amounts.
    private static bool IsSettled(Reference reference) =>
        reference.Root is ReferenceRoot.User or ReferenceRoot.Env or ReferenceRoot.Output or ReferenceRoot.Status;

    private static SourceLocation PlaceOf(NodeDraft node, ConditionTest test) =>
        node.Conditions.First(condition => !condition.IsInBackEdge).Locate(test.Reference);
}
