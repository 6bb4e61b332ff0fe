using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Testing.Workflows;

namespace Binex.Core.Tests.Runs;

public sealed class RunStateLoopTests
{
    [Fact]
    public void Apply_ALoopIsTakenFromWhichAnotherWasDue_TheOthersNodesAreDecidedAgain()
    {
        // x waits for y's place when the loop of s2, which x is in, comes due; then the loop of s1 is taken instead, which x is not in.
        var run = new Player(new WorkflowBuilder().Concurrency(null, 8, ("p", 1))
            .Node("s1", "local://sleep", ["t"], backEdge: WorkflowBuilder.BackTo("t"))
            .Node("s2", "local://sleep", ["t"], backEdge: WorkflowBuilder.BackTo("u"))
            .Node("t", "local://sleep", ["u"])
            .Node("u", "local://sleep")
            .Node("y", "llm://p/one")
            .Node("x", "llm://p/one", ["u"]));
        run.Complete("u");
        run.Complete("t");
        run.Complete("s1", iterate: true);

        run.Complete("s2", iterate: true);
        run.Iterated.ShouldBe(["s1"]);
        run.Complete("t");
        run.Complete("s1");
        run.Complete("s2");
        run.Complete("y");

        run.StatusOf("x").ShouldBe(NodeStatus.Running);
    }

    [Fact]
    public void Apply_TwoLoopsShareANodeAndOneIsTaken_TheSharedNodeWaitsForTheOther()
    {
        var run = new Player(new WorkflowBuilder()
            .Node("shared", "local://sleep")
            .Node("slow", "local://sleep", ["shared"])
            .Node("s1", "local://sleep", ["shared"], backEdge: WorkflowBuilder.BackTo("shared"))
            .Node("s2", "local://sleep", ["shared", "other"], backEdge: WorkflowBuilder.BackTo("shared"))
            .Node("other", "local://sleep"));
        run.Complete("shared");
        run.Complete("other");
        run.Complete("s2", iterate: true);
        run.Complete("s1", iterate: true);
        run.Iterated.ShouldBeEmpty();

        run.Complete("slow");

        run.Iterated.ShouldBe(["s1", "s2"]);
        run.StatusOf("shared").ShouldBe(NodeStatus.Running);
        run.IterationOf("shared").ShouldBe(2);
    }

    [Fact]
    public void Apply_ALoopRunsAgainWhatHadFailed_FreesThoseThatItHadBlockedAndNoOthers()
    {
        var run = new Player(new WorkflowBuilder()
            .Node("a", "local://sleep")
            .Node("fails", "local://sleep", ["a"])
            .Node("s", "local://sleep", ["a"], backEdge: WorkflowBuilder.BackTo("a"))
            .Node("bad", "local://sleep")
            .Node("behind-fails", "local://sleep", ["fails", "extra"])
            .Node("behind-bad", "local://sleep", ["bad", "a"])
            .Node("extra", "local://sleep"));
        run.Complete("a");
        run.Fail("fails");
        run.Fail("bad");
        run.Complete("extra");
        run.StatusOf("behind-fails").ShouldBe(NodeStatus.Blocked);

        run.Complete("s", iterate: true);

        run.StatusOf("behind-fails").ShouldBe(NodeStatus.Pending);
        run.Blocked.ShouldBe(["behind-fails", "behind-bad"], ignoreOrder: true);
    }

    [Fact]
    public void Apply_RunResumedAfterAConditionFailed_CountsTheExecutionFromOne()
    {
        var run = new Player(new WorkflowBuilder().Node("a", "local://sleep"), admits: false);
        run.Apply(new NodeFailed("a", 1, NodeStatus.Failed, new NodeFailure(FailureKind.Reference, "no value")));

        run.Apply(new RunResumed(default));

        run.IterationOf("a").ShouldBe(0);
    }

    /// <summary>Obeys the scheduler after every event.</summary>
    private sealed class Player
    {
        private readonly RunState _state;
        private readonly bool _admits;

        public Player(WorkflowBuilder builder, bool admits = true)
        {
            var workflow = builder.Build();
            _state = new RunState(workflow, RunCase.LanesOf(workflow));
            _admits = admits;
            Apply(new RunStarted("r", "w", "w.yaml", "", workflow.Nodes.Count));
        }

        public List<string> Iterated { get; } = [];

        public List<string> Blocked { get; } = [];

        public NodeStatus StatusOf(string id) => _state.StatusOf(_state.Workflow.IndexOf(id));

        public int IterationOf(string id) => _state.IterationOf(_state.Workflow.IndexOf(id));

        public void Complete(string id, bool iterate = false) =>
            Apply(new NodeCompleted(id, IterationOf(id), new Dictionary<string, string>()) { Iterate = iterate });

        public void Fail(string id) => Apply(new NodeFailed(id, IterationOf(id), NodeStatus.Failed, new NodeFailure(FailureKind.Agent, "it failed")));

        public void Apply(RunEvent fact)
        {
            _state.Apply(fact);
            while (_admits && Scheduler.Next(_state) is { Kind: not DecisionKind.Finish } decision)
            {
                _state.Apply(FactOf(decision));
            }
        }

        private NodeEvent FactOf(Decision decision)
        {
            var id = _state.Workflow.Nodes[decision.Node].Id;
            var iteration = _state.IterationOf(decision.Node) + 1;
            switch (decision.Kind)
            {
                case DecisionKind.Admit:
                    return new NodeReady(id, iteration);
                case DecisionKind.Start:
                    return new NodeStarted(id, iteration);
                case DecisionKind.Block:
                    Blocked.Add(id);
                    return new NodeBlocked(id, iteration, _state.Workflow.Nodes[_state.BlockedBy(decision.Node)].Id);
                default:
                    Iterated.Add(id);
                    return new LoopIterated(id, iteration, _state.Workflow.Nodes[decision.Node].BackEdge!.Target);
            }
        }
    }
}
