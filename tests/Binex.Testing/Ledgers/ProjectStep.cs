namespace Binex.Testing.Ledgers;

/// <summary>One step of a schedule of processes: 0 to 5 reserve, 6 to 9 settle, 10 cancels, 11 kills and starts anew, 12 lets time pass.</summary>
public sealed record ProjectStep(int Kind, int Process, int Pick, int Share)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} of {Process} ({Pick}, {Share} %)";
}
