using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Core.Tests.Runs;

/// <summary>
/// Plays a run: answers decisions with events as the run loop does, ends running nodes in random order with random results, and
/// holds the scheduler against <see cref="NaiveRun"/> at every step.
/// </summary>
internal sealed class RunSimulation
{
    private readonly Workflow _workflow;
    private readonly Lanes _lanes;
    private readonly Random _random;
    private readonly RunState _state;
    private readonly NaiveRun _naive;
    private readonly int _mostSteps;

    public RunSimulation(Workflow workflow, int seed)
    {
        _workflow = workflow;
        _lanes = RunCase.LanesOf(workflow);
        _random = new Random(seed);
        _state = new RunState(workflow, _lanes);
        _naive = new NaiveRun(workflow, _lanes);
        _mostSteps = 20 + (8 * Nodes.Sum(_naive.MostExecutions) * (1 + workflow.Graph.Loops.Count));
    }

    public List<RunEvent> Events { get; } = [];

    public RunState State => _state;

    private IEnumerable<int> Nodes => Enumerable.Range(0, _workflow.Nodes.Count);

    /// <summary>All that can be asked of a state, as text.</summary>
    public static string Picture(RunState state) => string.Join("\n", Enumerable.Range(0, state.Workflow.Nodes.Count).Select(node =>
            $"{node} {state.StatusOf(node)} {state.IterationOf(node)} {state.BlockedBy(node)} {state.SentBackBy(node)} {state.OutputsOf(node) is null} {state.FailureOf(node)}"))
        + $"\n{state.RunningCount} {state.Status} {state.IsCancelling} {Scheduler.Next(state)}";

    public static RunState Fold(Workflow workflow, IEnumerable<RunEvent> events)
    {
        var state = new RunState(workflow, RunCase.LanesOf(workflow));
        foreach (var fact in events)
        {
            state.Apply(fact);
        }

        return state;
    }

    public void Start() => Emit(new RunStarted("r", "w", "w.yaml", "", _workflow.Nodes.Count));

    /// <summary>Takes over a part of another run's events, and goes on in a new process.</summary>
    public void Resume(IEnumerable<RunEvent> events)
    {
        foreach (var fact in events)
        {
            Emit(fact);
        }

        Emit(new RunResumed(default));
    }

    public void Play(bool mayCancel)
    {
        for (var step = 0; ; step++)
        {
            step.ShouldBeLessThan(_mostSteps, "the run does not come to an end");
            var decision = Scheduler.Next(_state);
            decision.ShouldBe(_naive.Next());
            if (decision is { Kind: DecisionKind.Finish })
            {
                break;
            }

            if (decision is { } next)
            {
                Obey(next);
            }
            else
            {
                EndOne();
            }

            if (mayCancel && _random.Next(20) == 0)
            {
                Emit(new RunCancelling(StopReason.Cancelled, "the user wants it"));
            }
        }

        CheckEnd();
    }

    private void Obey(Decision decision)
    {
        var node = decision.Node;
        var (id, iteration) = (_workflow.Nodes[node].Id, _state.IterationOf(node) + 1);
        switch (decision.Kind)
        {
            case DecisionKind.Start:
                _workflow.Nodes[node].DependsOn.All(dependency => _naive.IsDone(_workflow.IndexOf(dependency))).ShouldBeTrue();
                _naive.HasRoom(node).ShouldBeTrue();
                iteration.ShouldBeInRange(1, _naive.MostExecutions(node));
                Emit(new NodeStarted(id, iteration));
                break;
            case DecisionKind.Admit:
                Emit(Admit(node, iteration));
                break;
            case DecisionKind.Block:
                var cause = _state.BlockedBy(node);
                _naive.Status[cause].ShouldBeOneOf(NodeStatus.Failed, NodeStatus.Refused);
                _workflow.Nodes[cause].ContinueOnError.ShouldBeFalse();
                _workflow.Graph.Edges.Reach(node, backwards: true).ShouldContain(cause);
                Emit(new NodeBlocked(id, iteration, _workflow.Nodes[cause].Id));
                break;
            case DecisionKind.SkipWithDependencies:
                Emit(new NodeSkipped(id, iteration, "all were skipped"));
                break;
            default:
                Emit(new LoopIterated(id, iteration, _workflow.Nodes[node].BackEdge!.Target));
                break;
        }
    }

    private NodeEvent Admit(int node, int iteration)
    {
        var id = _workflow.Nodes[node].Id;
        return (_workflow.Nodes[node].When is null ? 9 : _random.Next(10)) switch
        {
            0 => new NodeFailed(id, iteration, NodeStatus.Failed, new NodeFailure(FailureKind.Reference, "no value")),
            < 4 => new NodeSkipped(id, iteration, "it does not hold"),
            _ => new NodeReady(id, iteration),
        };
    }

    private void EndOne()
    {
        var running = _naive.Running.ToList();
        running.ShouldNotBeEmpty();
        var node = running[_random.Next(running.Count)];
        var (id, iteration) = (_workflow.Nodes[node].Id, _state.IterationOf(node));
        var chance = _random.Next(100);
        if (_state.IsCancelling && chance < 60)
        {
            Fail(id, iteration, NodeStatus.Cancelled);
        }
        else if (chance < 12)
        {
            Fail(id, iteration, chance < 3 ? NodeStatus.Refused : NodeStatus.Failed);
        }
        else
        {
            End(node, id, iteration);
        }
    }

    private void End(int node, string id, int iteration)
    {
        var completed = new NodeCompleted(id, iteration, new Dictionary<string, string>());
        if (_workflow.Nodes[node].BackEdge is not { } backEdge || _random.Next(10) < 4)
        {
            Emit(completed);
        }
        else if (iteration < backEdge.MaxIterations)
        {
            Emit(completed with { Iterate = true });
        }
        else if (backEdge.AcceptAtLimit)
        {
            Emit(completed);
        }
        else
        {
            Fail(id, iteration, NodeStatus.Failed);
        }
    }

    private void Fail(string id, int iteration, NodeStatus status) =>
        Emit(new NodeFailed(id, iteration, status, new NodeFailure(FailureKind.Agent, "it failed")));

    private void Emit(RunEvent fact)
    {
        Events.Add(fact);
        _state.Apply(fact);
        _naive.Apply(fact);
        foreach (var node in Nodes)
        {
            _state.StatusOf(node).ShouldBe(_naive.Status[node]);
            _state.IterationOf(node).ShouldBe(_naive.Iteration[node]);
        }

        _state.RunningCount.ShouldBe(_naive.Running.Count());
    }

    private void CheckEnd()
    {
        _state.RunningCount.ShouldBe(0);
        if (!_state.IsCancelling)
        {
            Nodes.Any(node => _state.StatusOf(node) is NodeStatus.Pending or NodeStatus.Running or NodeStatus.Waiting).ShouldBeFalse();
        }

        RunVerdict.Of(_state).Status.ShouldBeOneOf(RunStatus.Completed, RunStatus.Failed, RunStatus.OverBudget, RunStatus.Cancelled);
    }
}
