using Binex.Core.Runs;

namespace Binex.Core.Models;

/// <summary>A call that brought no answer.</summary>
/// <param name="Failure">Why.</param>
/// <param name="Charge">What is known about its cost.</param>
public sealed record ChatFailure(NodeFailure Failure, ChargeKnowledge Charge);
