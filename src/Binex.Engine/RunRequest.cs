using Binex.Core.Artifacts;
using Binex.Core.Cassettes;
using Binex.Core.Configuration;
using Binex.Core.Execution;
using Binex.Core.Gates;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine.Humans;
using Binex.Engine.Nodes;

namespace Binex.Engine;

/// <summary>All that a run needs from outside.</summary>
public sealed record RunRequest
{
    /// <summary>The workflow.</summary>
    public required Workflow Workflow { get; init; }

    /// <summary>The first fact of the run; of a run that is resumed, the one it began with.</summary>
    public required RunStarted Started { get; init; }

    /// <summary>What the run can cost by its plan; null when nobody asked.</summary>
    public RunPlanned? Planned { get; init; }

    /// <summary>What holds for the whole run.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>Where facts are written.</summary>
    public required IRunJournal Journal { get; init; }

    /// <summary>The facts of the run so far, in order; empty for a new run.</summary>
    public IReadOnlyList<JournalEntry> History { get; init; } = [];

    /// <summary>Where values are kept.</summary>
    public required IArtifactStore Artifacts { get; init; }

    /// <summary>Answers calls; what every call passes before it gets there is the engine's.</summary>
    public required IChatModel ChatModel { get; init; }

    /// <summary>Answers calls before anybody is asked, and keeps what was; null for neither.</summary>
    public RunCassettes? Cassettes { get; init; }

    /// <summary>Bounds the tokens of requests.</summary>
    public required ITokenBounds TokenBounds { get; init; }

    /// <summary>Counts the tokens of requests where the workflow wants that; null where nobody can.</summary>
    public ITokenCounter? TokenCounter { get; init; }

    /// <summary>What providers allow in a stretch of time, by their name.</summary>
    public IReadOnlyDictionary<string, RateLimits> RateLimits { get; init; } = new Dictionary<string, RateLimits>();

    /// <summary>The prices.</summary>
    public required IPriceBook Prices { get; init; }

    /// <summary>Caps that hold over every run of the project; null where there are none.</summary>
    public ProjectAccounts? Project { get; init; }

    /// <summary>What the run is held against when it is over, for its report; null for nothing.</summary>
    public GateTerms? Gates { get; init; }

    /// <summary>Asks people.</summary>
    public required IHumans Humans { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>How many local nodes run at once.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>Who sees what models say while they say it; null where nobody does, and answers are taken whole.</summary>
    public ILiveText? LiveText { get; init; }

    /// <summary>Who sees every fact.</summary>
    public IReadOnlyList<IRunObserver> Observers { get; init; } = [];
}
