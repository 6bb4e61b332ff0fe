using Binex.Core.Ledgers;
using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Engine.Calls;

/// <summary>How a metered call ended: exactly one is set.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Failure">Why there is none, after all retries.</param>
/// <param name="Refusal">Why the ledger did not allow it.</param>
internal sealed record CallResult(ChatAnswer? Answer, NodeFailure? Failure, Refusal? Refusal);
