using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Runs;

public sealed class SchedulerProperties
{
    [Fact]
    public void Next_AnyWorkflow_DecidesAsTheRulesSayUntilAllNodesHaveEnded() =>
        Proof.Holds(RunCase.Any, 2_000, 100_000, given => Play(given, mayCancel: false));

    [Fact]
    public void Next_CancelledAtAnyTime_StartsNothingAndEnds() =>
        Proof.Holds(RunCase.Any, 500, 20_000, given => Play(given, mayCancel: true));

    [Fact]
    public void Apply_TheSameEvents_GiveTheSameState() => Proof.Holds(RunCase.Any, 500, 20_000, given =>
    {
        var played = Play(given, mayCancel: given.Seed % 2 == 0);

        var folded = RunSimulation.Fold(played.State.Workflow, played.Events);

        RunSimulation.Picture(folded).ShouldBe(RunSimulation.Picture(played.State));
    });

    [Fact]
    public void Apply_RunResumedAfterAnyEvent_GoesOnWithoutRunningAgainWhatHadEnded() => Proof.Holds(
        Gen.Select(RunCase.Any, Gen.Int[0, 10_000], Gen.Bool), 1_500, 50_000, given =>
    {
        var (run, pick, cancelled) = given;
        var first = Play(run, cancelled);
        var history = first.Events.Take(1 + (pick % first.Events.Count)).ToList();
        var before = RunSimulation.Fold(run.Build(), history);
        var second = new RunSimulation(run.Build(), run.Seed + 1);

        second.Resume(history);
        second.Play(mayCancel: false);

        var again = second.Events.Skip(history.Count).OfType<NodeStarted>().Select(started => before.Workflow.IndexOf(started.Node)).ToHashSet();
        foreach (var node in again.Where(node => before.StatusOf(node) is NodeStatus.Completed or NodeStatus.Skipped))
        {
            before.Workflow.Graph.Loops.Values.Any(loop => loop.Members.Contains(node)).ShouldBeTrue($"node {node} had ended and is in no loop");
        }
    });

    private static RunSimulation Play(RunCase given, bool mayCancel)
    {
        var simulation = new RunSimulation(given.Build(), given.Seed);
        simulation.Start();
        simulation.Play(mayCancel);
        return simulation;
    }
}
