using Binex.Core.Execution;
using Binex.Core.Requests;

namespace Binex.Engine.Nodes;

/// <summary>How an attempt ended: with the node's outcome, or with a wait before the next attempt.</summary>
/// <param name="Outcome">The outcome; null when there is another attempt.</param>
/// <param name="RetryIn">The wait before the next attempt.</param>
/// <param name="Rejected">The answer that was not accepted; null when the attempt failed in another way.</param>
internal sealed record AttemptResult(NodeOutcome? Outcome, TimeSpan RetryIn = default, RejectedAnswer? Rejected = null);
