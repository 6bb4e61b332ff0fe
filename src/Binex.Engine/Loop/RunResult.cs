using Binex.Core.Runs;

namespace Binex.Engine.Loop;

/// <summary>How a run ended.</summary>
/// <param name="Verdict">Status and exit code.</param>
/// <param name="Outputs">What it returns; empty unless it completed.</param>
public sealed record RunResult(RunVerdict Verdict, IReadOnlyList<RunOutput> Outputs)
{
    /// <summary>Why the last of what the run spent is not in the project's ledger; null when it is, or when there is none.</summary>
    public IOException? LedgerProblem { get; init; }
}
