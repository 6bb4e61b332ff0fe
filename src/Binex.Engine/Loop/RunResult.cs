using Binex.Core.Runs;

namespace Binex.Engine.Loop;

/// <summary>How a run ended.</summary>
/// <param name="Verdict">Status and exit code.</param>
/// <param name="Outputs">What it returns; empty unless it completed.</param>
public sealed record RunResult(RunVerdict Verdict, IReadOnlyList<RunOutput> Outputs);
