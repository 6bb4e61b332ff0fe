using Binex.Core.Gates;

namespace Binex.Core.Reports;

/// <summary>The read-only picture of a run, made from its journal. Every view of a run is made from this and nothing else.</summary>
public sealed record RunReport
{
    /// <summary>Version of this format.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>What made it.</summary>
    public required ReportTool Tool { get; init; }

    /// <summary>The prices in effect.</summary>
    public required ReportPriceBook PriceBook { get; init; }

    /// <summary>The workflow's file.</summary>
    public required ReportSource Source { get; init; }

    /// <summary>The run itself.</summary>
    public required ReportRun Run { get; init; }

    /// <summary>Sums over all nodes.</summary>
    public required ReportTotals Totals { get; init; }

    /// <summary>Caps, refusals and overshoot.</summary>
    public required ReportBudget Budget { get; init; }

    /// <summary>Every node of the workflow, in document order, whatever became of it, and what lies inside it after it.</summary>
    public IReadOnlyList<ReportNode> Nodes { get; init; } = [];

    /// <summary>The nodes that went wrong by themselves and what they kept from running, in document order; empty when all went well.</summary>
    public IReadOnlyList<ReportCause> Causes { get; init; } = [];

    /// <summary>Sums by model, the dearest first.</summary>
    public IReadOnlyList<ReportModel> Models { get; init; } = [];

    /// <summary>The times between the end of a process and the resume of the run; no duration counts them.</summary>
    public IReadOnlyList<ReportPause> Pauses { get; init; } = [];

    /// <summary>Every edge of the graph.</summary>
    public IReadOnlyList<ReportEdge> Edges { get; init; } = [];

    /// <summary>Every artifact, in the order in which it was first kept.</summary>
    public IReadOnlyList<ReportArtifact> Artifacts { get; init; } = [];

    /// <summary>What the run itself has to say, such as budget marks and a journal that was cut.</summary>
    public IReadOnlyList<ReportNote> Notes { get; init; } = [];

    /// <summary>When which node ran, in order of start.</summary>
    public IReadOnlyList<ReportBar> Timeline { get; init; } = [];

    /// <summary>
    /// Ids of the nodes whose executions, each begun when the one before it had ended, add up to about the run's duration,
    /// from first to last. A node in a loop stands there once for each execution.
    /// </summary>
    public IReadOnlyList<string> CriticalPath { get; init; } = [];

    /// <summary>What the run could cost by its plan; null when no plan could be made.</summary>
    public ReportPlan? Plan { get; init; }

    /// <summary>What the workflow returned.</summary>
    public IReadOnlyList<ReportOutput> Outputs { get; init; } = [];

    /// <summary>What the gates of the command that ran it say; null when there are none, or when the run is not over.</summary>
    public IReadOnlyList<GateFinding>? Gates { get; init; }
}
