namespace Binex.Core.Tests.Ledgers;

/// <summary>One step of a schedule. Which wish, hold or waiter it is about is <paramref name="Pick"/> modulo how many there are.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Pick">About which.</param>
/// <param name="Share">The share of the hold that is charged, in percent; above 100 is an overshoot.</param>
public sealed record LedgerStep(LedgerStepKind Kind, int Pick, int Share)
{
    public override string ToString() => $"{Kind} {Pick} {Share}%";
}
