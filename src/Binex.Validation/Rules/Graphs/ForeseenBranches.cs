using Binex.Core.Expressions;
using Binex.Core.Workflows;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Graphs;

/// <summary>
/// Says whether the author of a node has thought of a branch that may be skipped: the node's condition looks at the branch or at
/// what decides it, the node is skipped with it, or it joins branches that the same value decides.
/// </summary>
internal sealed class ForeseenBranches
{
    private readonly bool _isSkippedWithBranch;
    private readonly HashSet<string> _lookedAtNodes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(ReferenceRoot Root, string Name, string Output)> _lookedAt = [];
    private readonly Dictionary<(ReferenceRoot Root, string Name, string Output), HashSet<string>> _decided = [];

    /// <summary>Takes a node and all its reads of branches.</summary>
    public ForeseenBranches(Node node, int dependencies, IReadOnlyList<BranchRead> reads)
    {
        _isSkippedWithBranch = node.SkipPropagation && dependencies == 1;
        foreach (var reference in node.When?.References ?? [])
        {
            _lookedAt.Add(KeyOf(reference));
            if (reference.IsNode)
            {
                _lookedAtNodes.Add(reference.Name);
            }
        }

        foreach (var branch in reads.Select(read => read.Branch).Distinct())
        {
            foreach (var key in DecidersOf(branch))
            {
                (_decided.TryGetValue(key, out var branches) ? branches : _decided[key] = []).Add(branch.Id);
            }
        }
    }

    /// <summary>Whether a read is foreseen.</summary>
    public bool Has(BranchRead read) =>
        _isSkippedWithBranch
        || _lookedAtNodes.Contains(read.Branch.Id)
        || DecidersOf(read.Branch).Any(key => _lookedAt.Contains(key) || _decided[key].Count > 1);

    private static IEnumerable<(ReferenceRoot Root, string Name, string Output)> DecidersOf(NodeDraft branch) =>
        (branch.Node.When?.References ?? []).Select(KeyOf);

    private static (ReferenceRoot Root, string Name, string Output) KeyOf(Reference reference) => (reference.Root, reference.Name, reference.Output);
}
