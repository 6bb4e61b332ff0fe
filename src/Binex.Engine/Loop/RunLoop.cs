using System.Threading.Channels;
using Binex.Core.Execution;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Text;

namespace Binex.Engine.Loop;

/// <summary>
/// Runs a workflow: asks the scheduler what is next, writes every fact to the journal before it acts on it, and starts nodes. All
/// state belongs to one thread at a time; the rest of the world talks to it through a channel. Facts that come together are
/// written together.
/// </summary>
internal sealed class RunLoop : IRunRecorder, IDisposable
{
    private readonly RunSetup _setup;
    private readonly RunState _state;
    private readonly NodeValues _values;
    private readonly LoopConditions _conditions;
    private readonly BudgetMarks _marks;
    private readonly Channel<LoopMessage> _messages = Channel.CreateUnbounded<LoopMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<JournalEntry> _unwritten = [];
    private readonly List<TaskCompletionSource> _waitingForWrite = [];
    private readonly List<int> _toStart = [];
    private readonly NodeExecution?[] _executions;
    private readonly CancellationTokenSource _cancelNodes = new();
    private long _seq;
    private long _lastCall;
    private int _running;
    private Exception? _crash;

    public RunLoop(RunSetup setup, RunState state, NodeValues values, LoopConditions conditions)
    {
        _setup = setup;
        _state = state;
        _values = values;
        _conditions = conditions;
        _marks = new BudgetMarks(setup.Workflow.Budget, state.Spent.Cost);
        _executions = new NodeExecution?[setup.Workflow.Nodes.Count];
        _seq = setup.LastSeq;
        _lastCall = state.LastCall;
    }

    /// <summary>Runs until nothing is left to do.</summary>
    /// <param name="opening">The facts to begin with.</param>
    /// <param name="cancellationToken">Cancels the run, which then ends in good order.</param>
    /// <exception cref="IOException">The journal or an artifact could not be written.</exception>
    public async Task<RunVerdict> RunAsync(IEnumerable<RunEvent> opening, CancellationToken cancellationToken)
    {
        using var cancellation = cancellationToken.UnsafeRegister(_ => Cancel(StopReason.Cancelled, "the run was cancelled by its user"), null);
        using var deadline = _setup.Workflow.Budget.Caps.MaxDuration is { } limit ? DeadlineTimer(limit) : null;
        foreach (var fact in opening)
        {
            Emit(fact);
        }

        while (!Advance())
        {
            await WriteAndStartAsync().ConfigureAwait(false);
            await _messages.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false);
            while (_messages.Reader.TryRead(out var message))
            {
                Handle(message);
            }

            if (_crash is not null)
            {
                await GiveUpAsync(_crash).ConfigureAwait(false);
            }
        }

        await WriteAndStartAsync().ConfigureAwait(false);
        return RunVerdict.Of(_state);
    }

    /// <summary>Writes the last facts of a run.</summary>
    public async Task CloseAsync(RunCompleted completed)
    {
        Emit(completed);
        await WriteAndStartAsync().ConfigureAwait(false);
    }

    public void Dispose() => _cancelNodes.Dispose();

    public void Record(RunEvent runEvent) => _messages.Writer.TryWrite(new LoopMessage { Event = runEvent });

    public Task RecordAsync(RunEvent runEvent)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _messages.Writer.TryWrite(new LoopMessage { Event = runEvent, Written = written });
        return written.Task;
    }

    public long NextCall() => Interlocked.Increment(ref _lastCall);

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
                    Emit(_conditions.Admit(_values.ExecutionOf(node)));
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

    private void Handle(LoopMessage message)
    {
        if (message.Written is not null)
        {
            _waitingForWrite.Add(message.Written);
        }

        if (message.Event is not null)
        {
            Emit(message.Event);
            Watch(message.Event);
        }
        else if (message.Outcome is not null)
        {
            _running--;
            EndNode(message.Node, message.Outcome);
        }
        else if (message.Cancel is not null && !_state.IsCancelling)
        {
            Emit(message.Cancel);
            _cancelNodes.Cancel();
        }
        else if (message.Crash is not null)
        {
            _running--;
            _crash ??= message.Crash;
        }
    }

    private void Watch(RunEvent fact)
    {
        if (fact is CallSettled)
        {
            foreach (var mark in _marks.Passed(_state.Spent.Cost).ToList())
            {
                Emit(mark);
            }
        }
        else if (fact is BudgetOvershot overshot)
        {
            Cancel(StopReason.BudgetRefused, $"the provider billed {overshot.Billed} for a call of node '{overshot.Node}' whose worst case was {overshot.Held}");
        }
    }

    private void EndNode(int node, NodeOutcome outcome)
    {
        var execution = _executions[node]!;
        _executions[node] = null;
        _values[node] = outcome.Outputs;
        var ended = _conditions.End(execution, outcome, () => _values.AfterEndOf(node, execution, outcome.Outputs!));
        Emit(ended);
        if (ended is NodeFailed { Status: not NodeStatus.Cancelled } failed && _setup.Settings.FailFast && !execution.Node.ContinueOnError)
        {
            Cancel(StopReason.UpstreamFailed, $"node '{failed.Node}' failed, and --fail-fast was given");
        }
    }

    private void Cancel(StopReason reason, string message) =>
        _messages.Writer.TryWrite(new LoopMessage { Cancel = new RunCancelling(reason, message) });

    private ITimer DeadlineTimer(TimeSpan limit) => _setup.TimeProvider.CreateTimer(
        _ => Cancel(StopReason.DeadlineExceeded, $"the run took longer than its budget.max_duration of {DurationText.Of(limit)}"),
        null,
        limit,
        Timeout.InfiniteTimeSpan);

    private void Emit(RunEvent fact)
    {
        _state.Apply(fact);
        _unwritten.Add(new JournalEntry(++_seq, _setup.TimeProvider.GetUtcNow(), fact));
    }

    private async ValueTask WriteAndStartAsync()
    {
        if (_unwritten.Count > 0)
        {
            try
            {
                await _setup.Journal.AppendAsync(_unwritten, _unwritten.Exists(entry => entry.Event.IsDurable), CancellationToken.None).ConfigureAwait(false);
            }
            catch (IOException error)
            {
                _toStart.Clear();
                await GiveUpAsync(error).ConfigureAwait(false);
            }

            foreach (var observer in _setup.Observers)
            {
                _unwritten.ForEach(observer.OnEvent);
            }

            _unwritten.Clear();
        }

        _waitingForWrite.ForEach(written => written.SetResult());
        _waitingForWrite.Clear();
        foreach (var node in _toStart)
        {
            Start(node);
        }

        _toStart.Clear();
    }

    private void Start(int node)
    {
        var execution = _values.ExecutionOf(node) with { Iteration = _state.IterationOf(node) };
        _executions[node] = execution;
        _running++;
        _ = Task.Run(() => DispatchAsync(node, execution), CancellationToken.None);
    }

    private async Task DispatchAsync(int node, NodeExecution execution)
    {
        LoopMessage message;
        try
        {
            message = new LoopMessage { Node = node, Outcome = await _setup.Dispatcher.DispatchAsync(execution, this, _cancelNodes.Token).ConfigureAwait(false) };
        }
#pragma warning disable CA1031 // Whatever goes wrong here ends the run on the loop's thread, in GiveUpAsync, where it is thrown again.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            message = new LoopMessage { Node = node, Crash = crash };
        }

        _messages.Writer.TryWrite(message);
    }

    // Facts can no longer be written, so nothing may go on: stop what runs, let nobody wait, and tell why.
    private async Task GiveUpAsync(Exception crash)
    {
        await _cancelNodes.CancelAsync().ConfigureAwait(false);
        _waitingForWrite.ForEach(written => written.TrySetException(new IOException(crash.Message, crash)));
        while (_running > 0)
        {
            var message = await _messages.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            message.Written?.TrySetException(new IOException(crash.Message, crash));
            _running -= message.Outcome is not null || message.Crash is not null ? 1 : 0;
        }

        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(crash);
    }

    private string Id(int node) => _setup.Workflow.Nodes[node].Id;

    private int NextIteration(int node) => _state.IterationOf(node) + 1;
}
