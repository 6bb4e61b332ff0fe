using System.Runtime.ExceptionServices;
using Binex.Core.Execution;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Text;
using Binex.Engine.Nodes;

namespace Binex.Engine.Loop;

/// <summary>
/// Runs a workflow: asks the scheduler what is next, writes every fact to the journal before it acts on it, and starts nodes. All
/// state belongs to one thread at a time; the rest of the world talks to it through a channel. Facts that come together are
/// written together.
/// </summary>
internal sealed class RunLoop : IDisposable
{
    private readonly RunSetup _setup;
    private readonly RunState _state;
    private readonly NodeValues _values;
    private readonly LoopConditions _conditions;
    private readonly BudgetMarks _marks;
    private readonly Inbox _inbox;
    private readonly FactWriter _facts;
    private readonly List<int> _toStart = [];
    private readonly NodeExecution?[] _executions;
    private readonly CancellationTokenSource _cancelNodes = new();
    private Task _nodesCancelled = Task.CompletedTask;
    private int _running;

    public RunLoop(RunSetup setup, RunState state, NodeValues values, LoopConditions conditions)
    {
        _setup = setup;
        _state = state;
        _values = values;
        _conditions = conditions;
        _facts = new FactWriter(setup);
        _inbox = new Inbox(state.LastCall);
        _marks = new BudgetMarks(setup.Workflow.Budget, state.Spent.Cost);
        _executions = new NodeExecution?[setup.Workflow.Nodes.Count];
    }

    /// <summary>Runs until nothing is left to do.</summary>
    /// <param name="opening">The facts to begin with.</param>
    /// <param name="cancellationToken">Cancels the run, which then ends in good order.</param>
    /// <exception cref="IOException">The journal or an artifact could not be written; nothing runs any more then.</exception>
    public async Task<RunVerdict> RunAsync(IEnumerable<RunEvent> opening, CancellationToken cancellationToken)
    {
        using var cancellation = cancellationToken.UnsafeRegister(
            _ => _inbox.PostCancel(StopReason.Cancelled, "the run was cancelled by its user"), null);
        using var deadline = _setup.Workflow.Budget.Caps.MaxDuration is { } limit ? DeadlineTimer(limit) : null;
        try
        {
            foreach (var fact in opening)
            {
                Emit(fact);
            }

            HandleMessages();
            while (!Advance())
            {
                await _facts.WriteAsync().ConfigureAwait(false);
                StartNodes();
                await _inbox.WaitAsync().ConfigureAwait(false);
                HandleMessages();
            }

            await _facts.WriteAsync().ConfigureAwait(false);
        }
        catch
        {
            await WindDownAsync().ConfigureAwait(false);
            throw;
        }

        await _nodesCancelled.ConfigureAwait(false);
        return RunVerdict.Of(_state);
    }

    /// <summary>Writes the last facts of a run.</summary>
    public async ValueTask CloseAsync(RunCompleted completed)
    {
        Emit(completed);
        await _facts.WriteAsync().ConfigureAwait(false);
    }

    public void Dispose() => _cancelNodes.Dispose();

    /// <summary>Decides until nothing can be decided without news; true when the run has come to its end.</summary>
    private bool Advance()
    {
        while (Scheduler.Next(_state) is { } decision)
        {
            var node = decision.Node;
            switch (decision.Kind)
            {
                case DecisionKind.Finish:
                    return true;
                case DecisionKind.Start:
                    _toStart.Add(node);
                    Emit(new NodeStarted(Id(node), NextIteration(node)));
                    break;
                case DecisionKind.Admit:
                    Emit(_setup.Workflow.Nodes[node].When is null
                        ? new NodeReady(Id(node), NextIteration(node))
                        : _conditions.Admit(_values.ExecutionOf(node, NextIteration(node))));
                    break;
                case DecisionKind.Block:
                    Emit(new NodeBlocked(Id(node), NextIteration(node), Id(_state.BlockedBy(node))));
                    break;
                case DecisionKind.SkipWithDependencies:
                    Emit(new NodeSkipped(Id(node), NextIteration(node), "all nodes that it depends on were skipped"));
                    break;
                case DecisionKind.Iterate:
                    Emit(new LoopIterated(Id(node), NextIteration(node), _setup.Workflow.Nodes[node].BackEdge!.Target));
                    break;
                default:
                    throw new InvalidOperationException($"unknown decision {decision.Kind}");
            }
        }

        return false;
    }

    private void HandleMessages()
    {
        while (_inbox.TryTake(out var message))
        {
            Handle(message);
        }
    }

    private void Handle(LoopMessage message)
    {
        if (message.Written is not null)
        {
            _facts.Tell(message.Written);
        }

        if (message.Event is not null)
        {
            Emit(message.Event);
        }
        else if (message.Outcome is not null)
        {
            _running--;
            EndNode(message.Node, message.Outcome);
        }
        else if (message.Cancel is not null)
        {
            Cancel(message.Cancel);
        }
        else if (message.Crash is not null)
        {
            _running--;
            ExceptionDispatchInfo.Throw(message.Crash);
        }
    }

    private void EndNode(int node, NodeOutcome outcome)
    {
        var execution = _executions[node]!;
        _executions[node] = null;
        _values[node] = outcome.Outputs;
        var afterEnd = outcome.Outputs is { } outputs && execution.Node.BackEdge is not null
            ? _values.AfterEndOf(node, execution, outputs)
            : null;
        Emit(_conditions.End(execution, outcome, afterEnd));
    }

    private void Emit(RunEvent fact)
    {
        _state.Apply(fact);
        _facts.Add(fact);
        switch (fact)
        {
            case CallSettled:
                foreach (var mark in _marks.Passed(_state.Spent.Cost))
                {
                    Emit(mark);
                }

                break;
            case BudgetOvershot { Estimated: false } overshot:
                Cancel(new RunCancelling(StopReason.BudgetRefused, overshot is { CountedTokens: { } counted, HeldTokens: { } held }
                    ? $"the provider counted {counted:N0} tokens for a call of node '{overshot.Node}' whose worst case was {held:N0}, and a cap on tokens is passed"
                    : $"the provider billed {overshot.Billed} for a call of node '{overshot.Node}' whose worst case was {overshot.Held}"));
                break;
            case NodeSkipped or NodeFailed:
                EndWithoutValue((NodeEvent)fact);
                break;
            default:
                break;
        }
    }

    // What an iteration before has given is not what this one gives.
    private void EndWithoutValue(NodeEvent fact)
    {
        var node = _setup.Workflow.IndexOf(fact.Node);
        _values[node] = null;
        var isFailure = fact is NodeFailed { Status: not NodeStatus.Cancelled } && !_setup.Workflow.Nodes[node].ContinueOnError;
        if (isFailure && _setup.Settings.FailFast)
        {
            Cancel(new RunCancelling(StopReason.UpstreamFailed, $"node '{fact.Node}' failed, and --fail-fast was given"));
        }
    }

    private void Cancel(RunCancelling cancelling)
    {
        if (!_state.IsCancelling)
        {
            Emit(cancelling);
            _nodesCancelled = _cancelNodes.CancelAsync();
        }
    }

    private ITimer DeadlineTimer(TimeSpan limit) => _setup.TimeProvider.CreateTimer(
        _ => _inbox.PostCancel(
            StopReason.DeadlineExceeded, $"the run took longer than its budget.max_duration of {DurationText.Of(limit)}"),
        null,
        TimerLimit.Bound(limit),
        Timeout.InfiniteTimeSpan);

    private void StartNodes()
    {
        foreach (var node in _toStart)
        {
            var execution = _values.ExecutionOf(node, _state.IterationOf(node));
            _executions[node] = execution;
            _running++;
            _ = Task.Run(() => DispatchAsync(node, execution), CancellationToken.None);
        }

        _toStart.Clear();
    }

    private async Task DispatchAsync(int node, NodeExecution execution)
    {
        LoopMessage message;
        try
        {
            var outcome = await _setup.Dispatcher.DispatchAsync(execution, _inbox, _cancelNodes.Token).ConfigureAwait(false);
            message = new LoopMessage { Node = node, Outcome = outcome };
        }
#pragma warning disable CA1031 // Whatever goes wrong here ends the run on the loop's thread, where it is thrown again.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            message = new LoopMessage { Node = node, Crash = crash };
        }

        _inbox.Post(message);
    }

    // The run cannot go on: nodes are stopped and waited for. As long as the journal can be written, what they still say is.
    private async Task WindDownAsync()
    {
        await _cancelNodes.CancelAsync().ConfigureAwait(false);
        while (true)
        {
            await _facts.WriteLastAsync().ConfigureAwait(false);
            if (_running == 0)
            {
                return;
            }

            await _inbox.WaitAsync().ConfigureAwait(false);
            HandleLastMessages();
        }
    }

    private void HandleLastMessages()
    {
        while (_inbox.TryTake(out var message))
        {
            try
            {
                Handle(message);
            }
#pragma warning disable CA1031 // What broke the run is on its way to the user; this comes of it, and must not keep nodes from ending.
            catch (Exception)
#pragma warning restore CA1031
            {
                // Nothing is left to be told.
            }
        }
    }

    private string Id(int node) => _setup.Workflow.Nodes[node].Id;

    private int NextIteration(int node) => _state.IterationOf(node) + 1;
}
