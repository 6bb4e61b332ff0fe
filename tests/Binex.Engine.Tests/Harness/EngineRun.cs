using System.Text.Json;
using Binex.Core.Cassettes;
using Binex.Core.Configuration;
using Binex.Core.Execution;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine.Nodes;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Harness;

/// <summary>Runs a workflow with scripted models and people, in memory.</summary>
internal sealed class EngineRun(Workflow workflow)
{
    /// <summary>How long a test waits for what takes no time, before it says that the engine hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public EngineRun(WorkflowBuilder builder)
        : this(builder.Build())
    {
    }

    public Workflow Workflow { get; } = workflow;

    public ScriptedChatModel Model { get; init; } = new();

    /// <summary>Stands in for <see cref="Model"/> where a test needs another one.</summary>
    public IChatModel? OtherModel { get; init; }

    public ScriptedHumans Humans { get; init; } = new();

    public LeapingClock Clock { get; init; } = new();

    public FaultyJournal Journal { get; init; } = new();

    public FaultyArtifacts Artifacts { get; init; } = new();

    public IPriceBook Prices { get; init; } = new RoundPrices();

    public ITokenBounds Bounds { get; init; } = new RoundPrices();

    public ITokenCounter? Counter { get; init; }

    public ILiveText? Live { get; init; }

    public Dictionary<string, RateLimits> Rates { get; init; } = [];

    public ProjectAccounts? Project { get; init; }

    public IReadOnlyList<IRunObserver> Observers { get; init; } = [];

    public Dictionary<string, object> Variables { get; init; } = [];

    public Dictionary<string, string> Environment { get; init; } = [];

    public RunCassettes? Cassettes { get; init; }

    public bool FailFast { get; init; }

    public int Seed { get; init; }

    public int Processors { get; init; } = 4;

    public async Task<RunRecord> RunAsync(CancellationToken cancellationToken = default)
    {
        Model.Clock = Clock;
        var history = Journal.Entries;
        var result = await RunEngine.RunAsync(Request(history), cancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return new RunRecord(this, result, [.. Journal.Entries.Skip(history.Count)]);
    }

    /// <summary>The same workflow, resumed from facts that were written before, with the same artifacts.</summary>
    public EngineRun Resume(IEnumerable<JournalEntry> history, ScriptedChatModel? model = null, Workflow? workflow = null) => new(workflow ?? Workflow)
    {
        Model = model ?? new ScriptedChatModel(),
        Humans = Humans,
        Journal = new FaultyJournal(history),
        Artifacts = Artifacts,
        Variables = Variables,
        Environment = Environment,
        Processors = Processors,
    };

    private RunRequest Request(IReadOnlyList<JournalEntry> history) => new()
    {
        Workflow = Workflow,
        Started = new RunStarted("run-1", Workflow.Name, "workflow.yaml", new string('5', 64), Workflow.Nodes.Count),
        Settings = new RunSettings
        {
            Variables = Variables.ToDictionary(variable => variable.Key, variable => JsonSerializer.SerializeToElement(variable.Value)),
            Environment = name => Environment.GetValueOrDefault(name),
            FailFast = FailFast,
            Seed = Seed,
        },
        Journal = Journal,
        History = history,
        Artifacts = Artifacts,
        ChatModel = OtherModel ?? Model,
        Cassettes = Cassettes,
        TokenBounds = Bounds,
        TokenCounter = Counter,
        RateLimits = Rates,
        LiveText = Live,
        Prices = Prices,
        Project = Project,
        Observers = Observers,
        Humans = Humans,
        TimeProvider = Clock,
        Processors = Processors,
    };
}
