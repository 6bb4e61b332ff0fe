using System.Text.Json;
using Binex.Cli.Telemetry;
using Binex.Core.Cassettes;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.Store.Runs;

namespace Binex.Cli.Running;

/// <summary>A run of which everything is known that can be known before it begins.</summary>
internal sealed record PreparedRun
{
    /// <summary>The workflow, with the limits of the command line.</summary>
    public required Workflow Workflow { get; init; }

    /// <summary>Path of the workflow, as the user gave it.</summary>
    public required string SourcePath { get; init; }

    /// <summary>SHA-256 of the workflow's text.</summary>
    public required string SourceSha256 { get; init; }

    public required RunDirectory Directory { get; init; }

    public required RunOptions Options { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Variables { get; init; }

    public required IRunJournal Journal { get; init; }

    /// <summary>Answers its calls, and keeps answers; null for neither.</summary>
    public RunCassettes? Cassettes { get; init; }

    /// <summary>Where its spans and metrics go; null for nowhere.</summary>
    public TelemetryOptions? Telemetry { get; init; }

    /// <summary>What it shares with other runs of the project; null for nothing.</summary>
    public ProjectAccounts? Project { get; init; }

    /// <summary>The facts so far; empty for a new run.</summary>
    public IReadOnlyList<JournalEntry> History { get; init; } = [];
}
