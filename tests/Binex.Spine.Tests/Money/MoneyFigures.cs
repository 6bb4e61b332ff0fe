using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Spine.Tests.Money;

/// <summary>What happened in many runs, so that a proof that proves nothing is seen to.</summary>
internal static class MoneyFigures
{
    public static string Of(IReadOnlyList<MoneyRun> runs)
    {
        var facts = runs.SelectMany(run => run.Journal).Select(entry => entry.Event).ToList();
        var outcomes = facts.OfType<CallSettled>().CountBy(settled => settled.Outcome).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}");
        var ends = runs.CountBy(run => run.Result.Verdict.ExitCode).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} x {pair.Key}");
        var used = runs.Where(run => run.Case.Cap > 0).Select(run => run.Tab.Billed / run.Case.Cap!.Value).DefaultIfEmpty().Max();
        var fallbacks = runs.Sum(run => run.Journal.Select(entry => entry.Event).OfType<CallSent>().Count(sent => sent.Model != run.Case.Workflow[sent.Node].Agent.Target));
        return $"{runs.Count} runs ({runs.Count(run => run.Case.Fits)} that fit, {runs.Count(run => run.Case.IsStreamed)} streamed), {runs.Sum(run => run.Case.Workflow.Nodes.Count)} nodes, "
            + $"{facts.OfType<CallSent>().Count()} calls ({string.Join(", ", outcomes)}; {fallbacks} to fallbacks), {runs.Sum(run => run.Tab.Bills)} bills of {runs.Sum(run => run.Tab.Billed):0.0000} USD, "
            + $"{facts.OfType<RunCompleted>().Sum(completed => completed.Cost.Usd):0.0000} USD recorded, {facts.OfType<CallRefused>().Count()} refusals, "
            + $"{facts.OfType<CallReserved>().Count(reserved => reserved.MaxOutputTokens < reserved.Bound.MaxOutputTokens)} shortened, "
            + $"{facts.OfType<AttemptSucceeded>().Count(attempt => attempt.Repair is not null)} mended answers, {Feedback(runs)} attempts with feedback, {CutStreams(runs)} calls of streamed runs whose end is not known, "
            + $"{facts.OfType<NodeFailed>().Count(failed => failed.StopReason == StopReason.DeadlineExceeded)} deadlines of nodes and "
            + $"{facts.OfType<RunCancelling>().Count(cancelling => cancelling.Reason == StopReason.DeadlineExceeded)} of runs, "
            + $"{facts.OfType<LoopIterated>().Count()} loop turns, exits {string.Join(", ", ends)}, fullest cap {used:P1}";
    }

    private static int Feedback(IReadOnlyList<MoneyRun> runs) =>
        runs.Sum(run => run.Journal.Count(entry => entry.Event is AttemptFailed { Failure.Kind: FailureKind.Schema, RetryInMs: not null }));

    private static int CutStreams(IReadOnlyList<MoneyRun> runs) =>
        runs.Where(run => run.Case.IsStreamed).Sum(run => run.Journal.Count(entry => entry.Event is CallSettled { Outcome: CallOutcome.Unknown }));
}
