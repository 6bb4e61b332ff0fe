using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Engine.Calls;

/// <summary>How one sending of a call ended.</summary>
/// <param name="Answer">The answer; null when there is none.</param>
/// <param name="Failure">Why there is none.</param>
/// <param name="RetryIn">The wait before it is sent again; null when it is not.</param>
internal sealed record SendResult(ChatAnswer? Answer, NodeFailure? Failure, TimeSpan? RetryIn);
