namespace Binex.Core.Plans;

/// <summary>How often a node runs at most.</summary>
/// <param name="Total">All executions.</param>
/// <param name="SentBack">Those of them to which a loop comes back, so that what they are asked depends on an earlier answer.</param>
internal readonly record struct NodeExecutions(long Total, long SentBack);
