using Binex.Core.Costs;
using Binex.Core.Gates;

namespace Binex.Core.Runs.Events;

/// <summary><c>run.completed</c>: a run ended, well or not.</summary>
/// <param name="Status">How.</param>
/// <param name="ExitCode">The exit code of its command, unless a gate makes it another.</param>
/// <param name="Cost">What it cost.</param>
public sealed record RunCompleted(RunStatus Status, int ExitCode, Money Cost) : RunEvent
{
    /// <summary>What the workflow returns: hashes of artifacts by the output's name.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the accounts that it shares with other runs stood then; empty when it shares none.</summary>
    public IReadOnlyList<SharedAccount> Shared { get; init; } = [];

    /// <summary>What its command holds it against; null for nothing.</summary>
    public GateTerms? Gates { get; init; }

    /// <inheritdoc/>
    public override bool IsDurable => true;
}
