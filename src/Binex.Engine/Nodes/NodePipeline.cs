using Binex.Core.Execution;
using Binex.Core.Ledgers;
using Binex.Core.Models;
using Binex.Core.Requests;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Engine.Agents;
using Binex.Engine.Answers;
using Binex.Engine.Calls;
using Binex.Engine.Secrets;

namespace Binex.Engine.Nodes;

/// <summary>Runs one execution of a node in this process: resolve, try, check, keep; and again while retries are left.</summary>
internal sealed class NodePipeline(
    AgentTable agents,
    AnswerBinder binder,
    Keeper keeper,
    ITokenBounds tokens,
    ILedger ledger,
    SecretMask secrets,
    RunSettings settings,
    TimeProvider timeProvider)
    : INodeDispatcher
{
    public async Task<NodeOutcome> DispatchAsync(NodeExecution execution, IRunRecorder recorder, CancellationToken cancellationToken)
    {
        try
        {
            return execution.Node.Budget?.MaxDuration is { } limit
                ? await RunWithinAsync(limit, execution, recorder, cancellationToken).ConfigureAwait(false)
                : await RunAsync(execution, recorder, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Cancelled(execution);
        }
    }

    private async Task<NodeOutcome> RunWithinAsync(
        TimeSpan limit, NodeExecution execution, IRunRecorder recorder, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(TimerLimit.Bound(limit), timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await RunAsync(execution, recorder, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return NodeOutcome.Failed(
                new NodeFailure(
                    FailureKind.Timeout,
                    $"node '{execution.Node.Id}' took longer than its budget.max_duration of {DurationText.Of(limit)}, "
                    + "all its attempts together"),
                StopReason.DeadlineExceeded);
        }
    }

    private async Task<NodeOutcome> RunAsync(NodeExecution execution, IRunRecorder recorder, CancellationToken cancellationToken)
    {
        var node = execution.Node;
        var scope = new ExecutionScope(execution, settings, ledger, secrets);
        if (NodeResolver.Resolve(execution, scope, out var missing) is not { } resolved)
        {
            return NodeOutcome.Failed(new NodeFailure(FailureKind.Reference, $"node '{node.Id}', {secrets.Mask(missing!)}"));
        }

        if (resolved.ApiKey is { } key)
        {
            secrets.Add(key);
        }

        if (!agents.TryFind(node.Agent, out var agent))
        {
            return NodeOutcome.Failed(new NodeFailure(FailureKind.BadRequest, $"node '{node.Id}': this version cannot run {node.Agent}"));
        }

        var attempts = new AttemptRunner(agent, binder, keeper, tokens, secrets, timeProvider);
        var context = new AgentContext
        {
            Execution = execution,
            Resolved = resolved,
            Attempt = 0,
            Recorder = recorder,
            Models = new ModelChain(node),
            Retries = new RetryBudget(node.Retry, JitterSeedOf(execution)),
        };
        while (true)
        {
            context = context with { Attempt = context.Attempt + 1, Repeats = new RepeatGuard() };
            var result = await attempts.RunAsync(context, cancellationToken).ConfigureAwait(false);
            if (result.Outcome is { } outcome)
            {
                return outcome;
            }

            context = context with { Rejected = result.Rejected };
            await Task.Delay(result.RetryIn, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // The same node waits the same in every run with the same seed, whatever else runs beside it.
    private int JitterSeedOf(NodeExecution execution)
    {
        var hash = 17;
        foreach (var c in execution.Node.Id)
        {
            hash = unchecked((hash * 31) + c);
        }

        return unchecked((hash * 31) + execution.Iteration + settings.Seed);
    }

    private static NodeOutcome Cancelled(NodeExecution execution) => NodeOutcome.Failed(
        new NodeFailure(FailureKind.Agent, $"node '{execution.Node.Id}' was cancelled before it ended"), StopReason.Cancelled);
}
