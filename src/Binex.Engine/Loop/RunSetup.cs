using Binex.Core.Execution;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.Engine.Nodes;

namespace Binex.Engine.Loop;

/// <summary>All that the run loop knows of the outside.</summary>
internal sealed record RunSetup
{
    public required Workflow Workflow { get; init; }

    public required IRunJournal Journal { get; init; }

    /// <summary>Number of the journal's last fact; 0 for a new journal.</summary>
    public long LastSeq { get; init; }

    public required INodeDispatcher Dispatcher { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public IReadOnlyList<IRunObserver> Observers { get; init; } = [];

    public RunSettings Settings { get; init; } = new();
}
