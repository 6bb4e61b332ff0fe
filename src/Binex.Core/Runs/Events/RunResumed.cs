using Binex.Core.Costs;

namespace Binex.Core.Runs.Events;

/// <summary><c>run.resumed</c>: a run goes on in a new process. Nodes that were running are pending again, and failed ones too.</summary>
/// <param name="ChargedHolds">Money of holds that were still open; charged in full.</param>
public sealed record RunResumed(Money ChargedHolds) : RunEvent
{
    /// <summary>The run's money cap from now on; null when it has none.</summary>
    public Money? MaxCost { get; init; }

    /// <inheritdoc/>
    public override bool IsDurable => true;
}
