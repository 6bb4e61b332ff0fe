using Binex.Core.Ledgers;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Core.Runs;

/// <summary>
/// What is known about a run, folded from its events. The same events always give the same state. Applying an event costs time in
/// proportion to the edges of the node it is about, so a whole run costs time in proportion to its graph.
/// </summary>
public sealed partial class RunState
{
    private readonly NodePhase[] _phase;
    private readonly NodeStatus[] _status;
    private readonly int[] _iteration;
    private readonly IReadOnlyDictionary<string, string>?[] _outputs;
    private readonly NodeFailure?[] _failures;
    private readonly Dictionary<int, int> _sentBackBy = [];
    private readonly Dictionary<long, CallReserved> _openHolds = [];
    private readonly Dictionary<(string Node, string Model), Amount> _spentByNodeAndModel = [];

    /// <summary>The state before the first event.</summary>
    /// <param name="workflow">The workflow that runs.</param>
    /// <param name="lanes">Which of its nodes share which limit.</param>
    public RunState(Workflow workflow, Lanes lanes)
    {
        Workflow = workflow;
        Lanes = lanes;
        var count = workflow.Nodes.Count;
        _phase = new NodePhase[count];
        _status = new NodeStatus[count];
        _iteration = new int[count];
        _outputs = new IReadOnlyDictionary<string, string>?[count];
        _failures = new NodeFailure?[count];
        _remaining = new int[count];
        _blockedBy = new int[count];
        _released = new bool[count];
        _heldBy = new int[count];
        _dueLoops = new IndexSet(count);
        Decidable = new IndexSet(count);
        _ready = [.. lanes.All.Select(_ => new IndexSet(count))];
        _running = new int[lanes.All.Count];
        Array.Fill(_blockedBy, -1);
        for (var i = 0; i < count; i++)
        {
            Recount(i);
        }
    }

    /// <summary>The workflow that runs.</summary>
    public Workflow Workflow { get; }

    /// <summary>Which of its nodes share which limit.</summary>
    public Lanes Lanes { get; }

    /// <summary>What the run has spent.</summary>
    public Amount Spent { get; private set; }

    /// <summary>Where the run stands.</summary>
    public RunStatus Status { get; private set; } = RunStatus.Pending;

    /// <summary>The reason why nothing is started any more; null while things are.</summary>
    public RunCancelling? Cancelling { get; private set; }

    /// <summary>Whether nothing is started any more.</summary>
    public bool IsCancelling => Cancelling is not null;

    /// <summary>A charge above its hold that stops the run; null when there was none since it was last resumed.</summary>
    public BudgetOvershot? Overshot { get; private set; }

    /// <summary>Whether a provider has ever billed above a hold; what was billed stays billed, however the run goes on.</summary>
    public bool HasOvershot { get; private set; }

    /// <summary>The highest number of a call so far.</summary>
    public long LastCall { get; private set; }

    /// <summary>Holds that no settlement has replaced yet.</summary>
    public IReadOnlyCollection<CallReserved> OpenHolds => _openHolds.Values;

    /// <summary>What each node has spent on each model, under the name that the hold gave it.</summary>
    public IReadOnlyDictionary<(string Node, string Model), Amount> SpentByNodeAndModel => _spentByNodeAndModel;

    /// <summary>Where a node stands.</summary>
    /// <param name="node">The node's index.</param>
    public NodeStatus StatusOf(int node) => _status[node];

    /// <summary>How often a node has run or was skipped; the running one included.</summary>
    /// <param name="node">The node's index.</param>
    public int IterationOf(int node) => _iteration[node];

    /// <summary>Hashes of the outputs of a node's last completed execution, by name; null when it has none.</summary>
    /// <param name="node">The node's index.</param>
    public IReadOnlyDictionary<string, string>? OutputsOf(int node) => _outputs[node];

    /// <summary>Why a node failed; null when it did not.</summary>
    /// <param name="node">The node's index.</param>
    public NodeFailure? FailureOf(int node) => _failures[node];

    /// <summary>Index of the node whose back edge sent the run back to a node that has not run since, or -1.</summary>
    /// <param name="node">The node's index.</param>
    public int SentBackBy(int node) => _sentBackBy.GetValueOrDefault(node, -1);

    /// <summary>Takes an event in.</summary>
    /// <param name="runEvent">The event.</param>
    public void Apply(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case RunStarted:
                Status = RunStatus.Running;
                break;
            case RunResumed:
                Resume();
                break;
            case NodeEvent nodeEvent:
                ApplyToNode(nodeEvent, Workflow.IndexOf(nodeEvent.Node));
                break;
            case RunCancelling cancelling:
                Cancelling ??= cancelling;
                break;
            case BudgetOvershot { Estimated: false } overshot:
                Overshot = overshot;
                HasOvershot = true;
                break;
            case RunCompleted completed:
                Status = completed.Status;
                break;
            default:
                break;
        }
    }

    private void ApplyToNode(NodeEvent nodeEvent, int node)
    {
        switch (nodeEvent)
        {
            case NodeReady:
                MoveTo(node, NodePhase.Ready);
                break;
            case NodeStarted started:
                MoveTo(node, NodePhase.Running);
                _iteration[node] = started.Iteration;
                _status[node] = NodeStatus.Running;
                break;
            case HumanAsked:
                _status[node] = NodeStatus.Waiting;
                break;
            case HumanAnswered:
                _status[node] = NodeStatus.Running;
                break;
            case NodeSkipped skipped:
                _iteration[node] = skipped.Iteration;
                _outputs[node] = null;
                End(node, NodeStatus.Skipped);
                Release(node);
                break;
            case NodeBlocked:
                End(node, NodeStatus.Blocked);
                BlockDependants(node, _blockedBy[node]);
                break;
            case NodeCompleted completed:
                ApplyCompleted(node, completed);
                break;
            case NodeFailed failed:
                ApplyFailed(node, failed);
                break;
            case LoopIterated:
                _sentBackBy[Workflow.Graph.Loops[node].Target] = node;
                Iterate(node);
                break;
            case CallEvent call:
                ApplyCall(call);
                break;
            default:
                break;
        }
    }

    private void ApplyCompleted(int node, NodeCompleted completed)
    {
        _outputs[node] = completed.Outputs;
        _failures[node] = null;
        _sentBackBy.Remove(node);
        End(node, NodeStatus.Completed);
        if (completed.Iterate)
        {
            AwaitIteration(node);
        }
        else
        {
            Release(node);
        }
    }

    private void ApplyFailed(int node, NodeFailed failed)
    {
        _iteration[node] = failed.Iteration;
        _outputs[node] = null;
        _failures[node] = failed.Failure;
        End(node, failed.Status);
        if (Workflow.Nodes[node].ContinueOnError && failed.Status != NodeStatus.Cancelled)
        {
            Release(node);
        }
        else
        {
            BlockDependants(node, node);
        }
    }

    private void ApplyCall(CallEvent call)
    {
        LastCall = Math.Max(LastCall, call.Call);
        if (call is CallReserved reserved)
        {
            _openHolds[call.Call] = reserved;
        }
        else if (call is CallSettled settled)
        {
            _openHolds.Remove(call.Call, out var hold);
            var key = (call.Node, hold?.Bound.Model ?? "");
            Spent += settled.Spent;
            _spentByNodeAndModel[key] = _spentByNodeAndModel.GetValueOrDefault(key) + settled.Spent;
        }
    }
}
