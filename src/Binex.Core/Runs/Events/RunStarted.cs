using Binex.Core.Costs;

namespace Binex.Core.Runs.Events;

/// <summary><c>run.started</c>: a run begins.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Source">Path of the workflow, as the user gave it.</param>
/// <param name="SourceSha256">SHA-256 of the workflow's text.</param>
/// <param name="Nodes">How many nodes it has.</param>
public sealed record RunStarted(string RunId, string Workflow, string Source, string SourceSha256, int Nodes) : RunEvent
{
    /// <summary>Version of Binex.</summary>
    public string ToolVersion { get; init; } = "";

    /// <summary>Whether every model is simulated.</summary>
    public bool Simulated { get; init; }

    /// <summary>The cassette that answers its calls, as the user named it; null for none.</summary>
    public string? Cassette { get; init; }

    /// <summary>The run's money cap; null when it has none.</summary>
    public Money? MaxCost { get; init; }

    /// <summary>The most that the run can cost by its plan; null when that is not known.</summary>
    public Money? PlannedMax { get; init; }

    /// <summary>Date of the price book.</summary>
    public string PricesAsOf { get; init; } = "";

    /// <summary>SHA-256 of the price book.</summary>
    public string PricesSha256 { get; init; } = "";

    /// <inheritdoc/>
    public override bool IsDurable => true;
}
