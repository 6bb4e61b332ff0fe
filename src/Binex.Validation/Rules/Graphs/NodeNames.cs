using Binex.Core.Diagnostics;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Graphs;

/// <summary>Helps with names of nodes that do not exist.</summary>
internal static class NodeNames
{
    private const int MostTold = 12;

    /// <summary>The node that was probably meant; else, where they are few, all nodes.</summary>
    public static string? Hint(WorkflowDraft draft, string name, IEnumerable<string> others) =>
        Spelling.Hint(name, draft.Ids.Concat(others)) ?? (
            draft.Nodes.Count <= MostTold ? $"the nodes are {string.Join(", ", draft.Ids)}" : null);
}
