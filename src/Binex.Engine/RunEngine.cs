using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
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
    /// <exception cref="IOException">The journal or an artifact could not be written or read.</exception>
    public static async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var workflow = request.Workflow;
        var lanes = new Lanes(workflow, model => ProviderNames.Of(model, request.Prices), request.Processors);
        var state = new RunState(workflow, lanes);
        foreach (var entry in request.History)
        {
            state.Apply(entry.Event);
        }

        var opening = RunOpening.Of(request, state);
        var ledger = OpenLedger(workflow, state);
        var secrets = new SecretMask();
        var keeper = new Keeper(request.Artifacts, secrets);
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
        }).ConfigureAwait(false);
        return new RunResult(verdict, outputs);
    }

    private static NodePipeline DispatcherOf(RunRequest request, Ledger ledger, SecretMask secrets, Keeper keeper)
    {
        var quotes = new CallQuotes(request.Prices, request.TokenBounds, request.Workflow.Budget);
        var calls = new MeteredCalls(
            request.ChatModel, quotes, ledger, new ProviderPacer(request.TimeProvider), keeper, secrets, request.TimeProvider);
        var agents = new AgentTable(new LocalAgent(request.TimeProvider), new ModelAgent(calls), new HumanAgent(request.Humans, keeper));
        var binder = new AnswerBinder(new SchemaCache());
        return new NodePipeline(agents, binder, keeper, ledger, secrets, request.Settings, request.TimeProvider);
    }

    private static Ledger OpenLedger(Workflow workflow, RunState state)
    {
        var budget = workflow.Budget;
        var ledger = new Ledger(
            CapOf(budget.Caps, budget.CallsOfRun, budget.Policy),
            id => CapOf(workflow[id].Budget, budget.CallsOfNode(workflow[id]), budget.Policy));
        foreach (var (node, spent) in state.SpentByNode)
        {
            ledger.Restore(node, spent);
        }

        // The opening charges them in full.
        foreach (var hold in state.OpenHolds)
        {
            ledger.Restore(hold.Node, hold.Held);
        }

        return ledger;
    }

    private static Cap CapOf(BudgetCaps? caps, int calls, BudgetPolicy policy) => new()
    {
        Cost = policy == BudgetPolicy.Stop ? caps?.MaxCost : null,
        Tokens = policy == BudgetPolicy.Stop ? caps?.MaxTokens : null,
        Calls = calls,
    };
}
