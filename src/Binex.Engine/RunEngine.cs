using Binex.Core.Ledgers;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Agents;
using Binex.Engine.Answers;
using Binex.Engine.Calls;
using Binex.Engine.Loop;
using Binex.Engine.Nodes;
using Binex.Engine.Secrets;

namespace Binex.Engine;

/// <summary>Runs workflows in this process, from the first fact or from where a journal ends.</summary>
public static class RunEngine
{
    /// <summary>Runs a workflow to its end.</summary>
    /// <param name="request">The workflow and all it needs.</param>
    /// <param name="cancellationToken">Cancels the run, which then ends in good order and says so in its result.</param>
    /// <exception cref="IOException">The journal, an artifact or the project's ledger could not be written or read.</exception>
    public static async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var state = Restore(request);
        var own = RunLedger.Open(request.Workflow, request.Prices, state);
        if (request.Project is not { } project)
        {
            return await RunAsync(request, state, own, cancellationToken).ConfigureAwait(false);
        }

        var shared = ProjectLedger.Open(own, project.Caps, project.Store, request.Started.RunId, request.TimeProvider);
        RunResult result;
        try
        {
            result = await RunAsync(request, state, shared, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await CloseAsync(shared).ConfigureAwait(false);
            throw;
        }

        return result with { LedgerProblem = await CloseAsync(shared).ConfigureAwait(false) };
    }

    private static async Task<RunResult> RunAsync(RunRequest request, RunState state, ILedger ledger, CancellationToken cancellationToken)
    {
        var workflow = request.Workflow;
        var opening = RunOpening.Of(request, state);
        var secrets = new SecretMask();
        var keeper = new Keeper(request.Artifacts, secrets);
        await keeper.KeepFilesAsync(workflow, cancellationToken).ConfigureAwait(false);
        var values = new NodeValues(state, request.Started.RunId);
        await RestoredValues.LoadAsync(request, state, values).ConfigureAwait(false);

        var setup = new RunSetup
        {
            Workflow = workflow,
            Journal = request.Journal,
            LastSeq = request.History.Count == 0 ? 0 : request.History[^1].Seq,
            Dispatcher = DispatcherOf(request, ledger, secrets, keeper),
            TimeProvider = request.TimeProvider,
            Observers = request.Observers,
            Settings = request.Settings,
        };
        using var loop = new RunLoop(setup, state, values, new LoopConditions(request.Settings, ledger, secrets));
        var verdict = await loop.RunAsync(opening, cancellationToken).ConfigureAwait(false);
        var atEnd = new ExecutionScope(values.AtEnd(), request.Settings, ledger, secrets);
        var outputs = verdict.Status == RunStatus.Completed
            ? await new RunOutputs(keeper).CollectAsync(workflow, values, atEnd).ConfigureAwait(false)
            : [];
        await loop.CloseAsync(new RunCompleted(verdict.Status, verdict.ExitCode, state.Spent.Cost)
        {
            Outputs = outputs.DistinctBy(output => output.Name).ToDictionary(output => output.Name, output => output.Hash),
            Shared = await SharedAsync(ledger).ConfigureAwait(false),
            Gates = request.Gates,
        }).ConfigureAwait(false);
        return new RunResult(verdict, outputs);
    }

    private static async Task<IReadOnlyList<SharedAccount>> SharedAsync(ILedger ledger)
    {
        if (ledger is not ProjectLedger project)
        {
            return [];
        }

        await project.BookedAsync().ConfigureAwait(false);
        return SharedAccount.Among(project.Accounts());
    }

    private static RunState Restore(RunRequest request)
    {
        var lanes = new Lanes(request.Workflow, model => ProviderNames.Of(model, request.Prices), request.Processors);
        var state = new RunState(request.Workflow, lanes);
        foreach (var entry in request.History)
        {
            state.Apply(entry.Event);
        }

        return state;
    }

    // What could not be booked stays held, and is charged in full once this process has ended: never too little.
    private static async ValueTask<IOException?> CloseAsync(ProjectLedger ledger)
    {
        try
        {
            await ledger.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (IOException problem)
        {
            return problem;
        }
    }

    private static Func<string, LiveAnswer>? LiveOf(RunRequest request, SecretMask secrets) =>
        request.LiveText is { } listener ? node => new LiveAnswer(node, listener, secrets, request.TimeProvider) : null;

    private static NodePipeline DispatcherOf(RunRequest request, ILedger ledger, SecretMask secrets, Keeper keeper)
    {
        var quotes = new CallQuotes(request.Prices, request.TokenBounds, request.Workflow.Budget);
        ICalls calls = new MeteredCalls(
            request.ChatModel, quotes, new CallCounts(request.TokenCounter, request.Workflow.Budget), ledger,
            new ProviderPacer(request.TimeProvider, request.RateLimits), keeper, secrets, request.TimeProvider);
        calls = KeptCalls.Before(calls, quotes, request.History, request.Artifacts, keeper, new MoneylessRequest(request.Settings, ledger, secrets));
        calls = request.Cassettes is { } cassettes ? new RecordedCalls(calls, cassettes, keeper, secrets) : calls;
        var agents = new AgentTable(new LocalAgent(request.TimeProvider), new ModelAgent(calls, LiveOf(request, secrets)), new HumanAgent(request.Humans, keeper));
        var binder = new AnswerBinder(new SchemaCache());
        return new NodePipeline(agents, binder, keeper, request.TokenBounds, ledger, secrets, request.Settings, request.TimeProvider);
    }
}
