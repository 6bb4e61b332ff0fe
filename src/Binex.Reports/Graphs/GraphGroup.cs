namespace Binex.Reports.Graphs;

/// <summary>Nodes that are drawn as one box.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Members">Their places in the report.</param>
internal sealed record GraphGroup(string Name, IReadOnlyList<int> Members);
