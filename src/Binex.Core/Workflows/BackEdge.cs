using Binex.Core.Expressions;

namespace Binex.Core.Workflows;

/// <summary>A loop: when the condition holds after the node, the graph is run again from an earlier node.</summary>
/// <param name="Target">Id of the node to go back to.</param>
/// <param name="When">Holds when another iteration is wanted.</param>
/// <param name="MaxIterations">Executions of the node in all.</param>
/// <param name="AcceptAtLimit">Whether the last result is accepted at the limit; else the node fails.</param>
public sealed record BackEdge(string Target, Expression When, int MaxIterations, bool AcceptAtLimit);
