namespace Binex.Reports.Charts;

/// <summary>The money of a run from a time on.</summary>
/// <param name="AtMs">From the start of the run, pauses left out.</param>
/// <param name="Spent">Dollars spent by then.</param>
/// <param name="Held">Dollars held for calls in flight.</param>
internal readonly record struct MoneyPoint(long AtMs, decimal Spent, decimal Held);
