namespace Binex.Core.Graphs;

/// <summary>A loop that a back edge closes.</summary>
/// <param name="Source">Index of the node that has the back edge.</param>
/// <param name="Target">Index of the node that it goes back to.</param>
/// <param name="Members">Indexes of the nodes that an iteration runs again, rising: those on a path from target to source, and those that depend on them alone.</param>
public sealed record Loop(int Source, int Target, IReadOnlyList<int> Members);
