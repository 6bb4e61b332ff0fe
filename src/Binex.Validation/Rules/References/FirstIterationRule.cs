using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.References;

/// <summary>Who reads the end of the loop that it is in says what stands in for it the first time.</summary>
internal sealed class FirstIterationRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            var node = draft.Nodes[i];
            foreach (var use in node.References)
            {
                // A reference to a loop's end from within the loop is no edge.
                if (use is { IsInCondition: false, Reference: { Root: ReferenceRoot.Output, Default: null } }
                    && draft.TargetOf(use, node) is >= 0 and var target
                    && draft.Nodes[target].Node.BackEdge is not null
                    && draft.Graph.Predecessors(i).BinarySearch(target) < 0)
                {
                    findings.Add(
                        DiagnosticCatalog.EmptyInFirstIteration,
                        use.Location,
                        target == i
                            ? $"'{node.Id}' has given nothing yet in the first iteration, so {use.Reference} is empty then"
                            : $"'{draft.Nodes[target].Id}' runs after '{node.Id}', so {use.Reference} is empty in the first iteration",
                        $"give it a default, as {use.Reference.ToString()[..^1]}:-…}}",
                        [new RelatedPlace($"'{draft.Nodes[target].Id}' is defined here", draft.Nodes[target].Key.Location)]);
                }
            }
        }
    }
}
