using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Testing.Workflows;

namespace Binex.Core.Tests.Runs;

/// <summary>How much work large runs are. Counted, not timed: time says more about the machine.</summary>
public sealed class SchedulerCostTests
{
    private const int Many = 100_000;

    [Fact]
    public void Apply_ChainOfAHundredThousand_LooksAtEachNodeAndEdgeAFewTimes() =>
        Run(Workflow(Many, i => i == 0 ? [] : [i - 1]));

    [Fact]
    public void Apply_FanOutAndInOfAHundredThousand_LooksAtEachNodeAndEdgeAFewTimes() =>
        Run(Workflow(Many, i => i == 0 ? [] : i == Many - 1 ? [.. Enumerable.Range(1, Many - 2)] : [0]));

    [Fact]
    public void Apply_RandomGraphOfAHundredThousand_LooksAtEachNodeAndEdgeAFewTimes()
    {
        var random = new Random(1);
        Run(Workflow(Many, i => i == 0 ? [] : [.. Enumerable.Range(0, 3).Select(_ => random.Next(i)).Distinct()]));
    }

    [Fact]
    public void Apply_FirstOfAHundredThousandFails_BlocksTheRestAtTheSameCost()
    {
        var workflow = Workflow(Many, i => i == 0 ? [] : [i - 1]);

        var state = Run(workflow, fails: 0);

        state.StatusOf(Many - 1).ShouldBe(NodeStatus.Blocked);
        state.BlockedBy(Many - 1).ShouldBe(0);
    }

    [Fact]
    public void Next_ALoopIsDueWhileAMemberRunsOn_CostsOthersNothing()
    {
        // 0 ▸ members 1…5,000 ▸ 5,001 goes back; 5,002 hangs in the loop and runs on; the rest has nothing to do with it.
        const int Members = 5_000;
        const int All = 20_000;
        var workflow = new Workflow("w", [.. Enumerable.Range(0, All).Select(i => WorkflowBuilder.NodeOf(
            $"n{i}",
            "local://sleep",
            dependsOn: i is > 0 and <= Members ? ["n0"] : i == Members + 1 ? [.. Enumerable.Range(0, Members + 1).Select(n => $"n{n}")] : i == Members + 2 ? ["n0"] : [],
            backEdge: i == Members + 1 ? WorkflowBuilder.BackTo("n0") : null))]);
        var state = new RunState(workflow, RunCase.LanesOf(workflow));
        var decisions = Decide(state);
        Complete(state, 0);
        decisions += Decide(state);
        for (var i = 1; i <= Members; i++)
        {
            Complete(state, i);
        }

        decisions += Decide(state);
        state.Apply(new NodeCompleted($"n{Members + 1}", 1, Nothing) { Iterate = true });
        var before = state.Work;

        for (var i = Members + 3; i < All; i++)
        {
            Complete(state, i);
            decisions += Decide(state);
        }

        state.Work.ShouldBeLessThan(before + (4 * All));
        Complete(state, Members + 2);
        Scheduler.Next(state).ShouldBe(new Decision(DecisionKind.Iterate, Members + 1));
        decisions.ShouldBe(2 * All);
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    private static Workflow Workflow(int count, Func<int, int[]> dependencies) => new("w", [.. Enumerable.Range(0, count).Select(i =>
        new Node { Id = $"n{i}", Agent = new AgentUri("local", "noop"), DependsOn = [.. dependencies(i).Select(n => $"n{n}")] })]);

    /// <summary>Runs a workflow to its end; counts decisions, and what the state looked at for them.</summary>
    private static RunState Run(Workflow workflow, int fails = -1)
    {
        var state = new RunState(workflow, RunCase.LanesOf(workflow));
        var running = new Queue<int>();
        var decisions = 0;
        while (Scheduler.Next(state) is not { Kind: DecisionKind.Finish })
        {
            while (Scheduler.Next(state) is { } decision && decision.Kind != DecisionKind.Finish)
            {
                decisions++;
                Obey(state, decision);
                if (decision.Kind == DecisionKind.Start)
                {
                    running.Enqueue(decision.Node);
                }
            }

            if (running.TryDequeue(out var node))
            {
                if (node == fails)
                {
                    state.Apply(new NodeFailed(workflow.Nodes[node].Id, 1, NodeStatus.Failed, new NodeFailure(FailureKind.Agent, "it failed")));
                }
                else
                {
                    Complete(state, node);
                }
            }
        }

        decisions.ShouldBeLessThanOrEqualTo(2 * workflow.Nodes.Count);
        state.Work.ShouldBeLessThanOrEqualTo(workflow.Nodes.Count + (2L * workflow.Graph.Edges.EdgeCount));
        return state;
    }

    private static int Decide(RunState state)
    {
        var decisions = 0;
        while (Scheduler.Next(state) is { } decision && decision.Kind is not DecisionKind.Finish)
        {
            decisions++;
            Obey(state, decision);
        }

        return decisions;
    }

    private static void Obey(RunState state, Decision decision)
    {
        var id = state.Workflow.Nodes[decision.Node].Id;
        state.Apply(decision.Kind switch
        {
            DecisionKind.Admit => new NodeReady(id, 1),
            DecisionKind.Start => new NodeStarted(id, 1),
            DecisionKind.Block => new NodeBlocked(id, 1, state.Workflow.Nodes[state.BlockedBy(decision.Node)].Id),
            _ => throw new InvalidOperationException($"{decision} was not expected"),
        });
    }

    private static void Complete(RunState state, int node) => state.Apply(new NodeCompleted(state.Workflow.Nodes[node].Id, 1, Nothing));
}
