namespace Binex.Store.Runs;

/// <summary>What a text that stands for a run has led to: one run, or why not.</summary>
public sealed record RunLookup
{
    /// <summary>The run; null when there is none or more than one.</summary>
    public RunDirectory? Run { get; init; }

    /// <summary>When there is no run: ids that may be meant, the newest first, ten at most.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Why there is no run and what to do; null when there is one.</summary>
    public string? Problem { get; init; }
}
