namespace Binex.Core.Runs;

/// <summary>The scheduler's answer to "what is next".</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Node">Index of the node; -1 when the run ends.</param>
public readonly record struct Decision(DecisionKind Kind, int Node);
