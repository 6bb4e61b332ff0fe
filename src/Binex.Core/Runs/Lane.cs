namespace Binex.Core.Runs;

/// <summary>Nodes that share a limit on how many of them run at once.</summary>
/// <param name="Name">What they have in common, for example a provider.</param>
/// <param name="Capacity">How many run at once.</param>
/// <param name="CountsInTotal">Whether the workflow's total limit holds for them; it does not for people.</param>
public sealed record Lane(string Name, int Capacity, bool CountsInTotal = true);
