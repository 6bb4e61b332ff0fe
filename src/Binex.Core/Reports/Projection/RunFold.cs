using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Core.Reports.Projection;

/// <summary>A run, as far as the journal has told of it: the fold from which a report is built.</summary>
internal sealed partial class RunFold
{
    private readonly Workflow _workflow;
    private readonly List<NodeFold> _nodes = [];
    private readonly Dictionary<string, NodeFold> _strangers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, (CallFold Call, NodeFold Node)> _openCalls = [];
    private readonly Releases _releases;
    private int _ends;

    public RunFold(Workflow workflow)
    {
        _workflow = workflow;
        for (var i = 0; i < workflow.Nodes.Count; i++)
        {
            _nodes.Add(new NodeFold(i, workflow.Nodes[i].Id, workflow.Nodes[i]));
        }

        _releases = new Releases(workflow.Graph, _nodes);
    }

    public RunClock Clock { get; } = new();

    public IReadOnlyList<NodeFold> Nodes => _nodes;

    public ArtifactList Artifacts { get; } = new();

    public RunNotes Notes { get; } = new();

    public RunStarted? Started { get; private set; }

    public RunPlanned? Planned { get; private set; }

    public RunCompleted? Completed { get; private set; }

    public RunCancelling? Cancelling { get; private set; }

    public int Resumes { get; private set; }

    public Costs.Money? MaxCost { get; private set; }

    public Costs.Money Overshoot { get; private set; }

    public List<(NodeFold Node, int Iteration, Refusal Refusal)> Refusals { get; } = [];

    public int StrangerCount => _strangers.Count;

    public void Apply(JournalEntry entry)
    {
        if (entry.Event is RunResumed resumed)
        {
            Resume(resumed, entry.At);
            return;
        }

        Clock.MoveTo(entry.At);
        Notes.Tell(entry);
        switch (entry.Event)
        {
            case RunStarted started:
                Started = started;
                MaxCost = started.MaxCost;
                break;
            case RunPlanned planned:
                Planned = planned;
                break;
            case RunCancelling cancelling:
                Cancelling = cancelling;
                break;
            case RunCompleted completed:
                Completed = completed;
                break;
            case BudgetOvershot overshot:
                Overshoot += Costs.Money.Max(default, overshot.Billed - overshot.Held);
                break;
            case NodeEvent about:
                ApplyTo(NodeOf(about.Node), about, entry.At);
                break;
        }
    }

    private void ApplyTo(NodeFold node, NodeEvent about, DateTimeOffset at)
    {
        switch (about)
        {
            case NodeReady ready:
                Release(node, ready.Iteration);
                break;
            case NodeStarted started:
                Release(node, started.Iteration).Start(at, Clock.Elapsed);
                node.Status = NodeStatus.Running;
                break;
            case NodeSkipped skipped:
                End(node, Release(node, skipped.Iteration), NodeStatus.Skipped, null, skipped.Reason);
                break;
            case NodeBlocked blocked:
                node.BlockedBy = blocked.BlockedBy;
                End(node, Release(node, blocked.Iteration), NodeStatus.Blocked, StopReason.UpstreamFailed, $"it needs what '{blocked.BlockedBy}' did not give");
                break;
            case NodeCompleted completed:
                Complete(node, completed);
                break;
            case NodeFailed failed:
                node.Failure = failed.Failure;
                End(node, node.OpenFor(failed.Iteration), failed.Status, failed.StopReason, failed.Failure.Message);
                break;
            case LoopIterated iterated:
                Repeat(node, iterated);
                break;
            case ArtifactStored stored:
                Artifacts.Store(stored);
                break;
            case AttemptStarted started:
                Artifacts.Refer(started);
                node.OpenFor(started.Iteration).Attempt(started.Attempt, at, Clock.Elapsed).Describe(started);
                break;
            case AttemptSucceeded succeeded:
                AttemptOf(node, succeeded.Iteration, succeeded.Attempt, at).Succeed(succeeded.Repair, Clock.Elapsed);
                break;
            case AttemptFailed failed:
                AttemptOf(node, failed.Iteration, failed.Attempt, at).Fail(failed, Clock.Elapsed);
                break;
            case HumanAsked asked:
                Artifacts.Refer(asked);
                node.Status = NodeStatus.Waiting;
                LastAttempt(node, asked.Iteration, at).Ask(asked.Question);
                break;
            case HumanAnswered answered:
                node.Status = NodeStatus.Running;
                LastAttempt(node, answered.Iteration, at).Answer(answered.By);
                break;
            case CallEvent call:
                ApplyTo(node, CallOf(node, call, at), call, at);
                break;
        }
    }

    private void ApplyTo(NodeFold node, CallFold call, CallEvent about, DateTimeOffset at)
    {
        switch (about)
        {
            case CallReserved reserved:
                call.Reserve(reserved);
                break;
            case CallSent sent:
                Artifacts.Refer(sent);
                call.Send(sent, at, Clock.Elapsed);
                break;
            case CallSettled settled:
                Artifacts.Refer(settled);
                call.Settle(settled, Clock.Elapsed);
                _openCalls.Remove(about.Call);
                break;
            case CallReused reused:
                Artifacts.Refer(reused);
                call.Reuse(reused);
                _openCalls.Remove(about.Call);
                break;
            case CallMissed missed:
                Artifacts.Refer(missed);
                call.Miss(missed);
                _openCalls.Remove(about.Call);
                break;
            case CallRefused refused:
                call.Refuse(refused.Refusal);
                node.Refusal = refused.Refusal;
                Refusals.Add((node, refused.Iteration, refused.Refusal));
                _openCalls.Remove(about.Call);
                break;
        }
    }

    private ExecutionFold Release(NodeFold node, int iteration)
    {
        var execution = node.OpenFor(iteration);
        if (execution.Ready is null)
        {
            execution.Ready = Clock.Elapsed;
            execution.ReleasedBy = _releases.Of(node);
        }

        return execution;
    }

    private AttemptFold AttemptOf(NodeFold node, int iteration, int attempt, DateTimeOffset at) =>
        node.OpenFor(iteration).Attempt(attempt, at, Clock.Elapsed);

    private AttemptFold LastAttempt(NodeFold node, int iteration, DateTimeOffset at)
    {
        var execution = node.OpenFor(iteration);
        return execution.Attempts is [.., var last] ? last : execution.Attempt(1, at, Clock.Elapsed);
    }

    private CallFold CallOf(NodeFold node, CallEvent about, DateTimeOffset at)
    {
        if (_openCalls.TryGetValue(about.Call, out var known) && about is not CallReserved)
        {
            return known.Call;
        }

        var call = new CallFold(about.Call);
        AttemptOf(node, about.Iteration, about.Attempt, at).Add(call);
        _openCalls[about.Call] = (call, node);
        return call;
    }

    private NodeFold NodeOf(string id)
    {
        if (_workflow.IndexOf(id) is >= 0 and var index)
        {
            return _nodes[index];
        }

        if (!_strangers.TryGetValue(id, out var stranger))
        {
            stranger = new NodeFold(-1, id, null);
            _strangers.Add(id, stranger);
            _nodes.Add(stranger);
        }

        return stranger;
    }
}
