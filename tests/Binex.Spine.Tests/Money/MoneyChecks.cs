using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Spine.Tests.Money;

/// <summary>What must be true of every run, whatever happened to it.</summary>
internal static class MoneyChecks
{
    public static void Check(MoneyRun run)
    {
        var books = CheckEveryMoment(run);
        books.Open.ShouldBeEmpty("a hold is left");
        books.Held.ShouldBe(Amount.Zero);
        books.SumOfNodes.ShouldBe(books.Spent);
        run.Journal[^1].Event.ShouldBeOfType<RunCompleted>().Cost.ShouldBe(books.Spent.Cost);
        CheckBill(run, books);
        CheckRefusals(run, books);
        CheckEnds(run);
    }

    /// <summary>The bill; again when no call can be under way any more, because a cancelled one may reach the provider late.</summary>
    public static void CheckBill(MoneyRun run, Books books)
    {
        run.Tab.Passings.ShouldBeEmpty();
        run.Tab.Billed.ShouldBeLessThanOrEqualTo(books.Spent.Cost.Usd, "the provider billed more than is recorded as spent");
        run.Tab.Bills.ShouldBeLessThanOrEqualTo(run.Journal.Count(entry => entry.Event is CallSent));
        foreach (var (node, billed) in run.Tab.ByNode)
        {
            billed.ShouldBeLessThanOrEqualTo(books.SpentBy(node).Cost.Usd, $"node {node} was billed more than is recorded");
        }
    }

    public static Books BooksOf(MoneyRun run)
    {
        var books = new Books();
        foreach (var entry in run.Journal)
        {
            books.Take(entry.Event);
        }

        return books;
    }

    // A process may be killed after any of these facts, and then all holds are charged.
    private static Books CheckEveryMoment(MoneyRun run)
    {
        var books = new Books();
        var workflow = run.Case.Workflow;
        foreach (var entry in run.Journal)
        {
            books.Take(entry.Event);
            if (entry.Event is CallEvent call)
            {
                CheckCaps("the run", workflow.Budget.Caps, books.Spent + books.Held);
                CheckCaps(call.Node, workflow[call.Node].Budget, books.SpentBy(call.Node) + books.HeldFor(call.Node));
            }
        }

        return books;
    }

    private static void CheckCaps(string account, BudgetCaps? caps, Amount used)
    {
        if (caps is null)
        {
            return;
        }

        (used.Cost > caps.MaxCost).ShouldBeFalse($"{account} has {used.Cost} spent and held, above its cap of {caps.MaxCost}");
        (used.Tokens > caps.MaxTokens).ShouldBeFalse($"{account} has {used.Tokens} tokens, above its cap of {caps.MaxTokens}");
        (used.Calls > caps.MaxCalls).ShouldBeFalse($"{account} has {used.Calls} calls, above its cap of {caps.MaxCalls}");
    }

    // Nothing that fits is refused: not even beside what was spent in the end, which is the least that anybody could have known.
    private static void CheckRefusals(MoneyRun run, Books books)
    {
        var refused = run.Journal.Select(entry => entry.Event).OfType<CallRefused>().ToList();
        if (run.Case.Fits)
        {
            refused.ShouldBeEmpty("all calls fit one after the other, and yet one was refused");
            foreach (var reserved in run.Journal.Select(entry => entry.Event).OfType<CallReserved>())
            {
                reserved.MaxOutputTokens.ShouldBe(run.Case.Workflow[reserved.Node].Model.MaxTokens!.Value, "all calls fit, and yet one was shortened");
            }
        }

        foreach (var call in refused)
        {
            var refusal = call.Refusal;
            var bound = refusal.Bound;
            var least = run.Case.Workflow.Budget.Shrink ? bound.MinOutputTokens : bound.MaxOutputTokens;
            var account = refusal.Account == Ledger.RunPath ? books.Spent : books.SpentBy(call.Node);
            var inTheEnd = refusal.Metric switch
            {
                RefusedMetric.Cost => account.Cost.Usd + bound.CostWith(least).Usd,
                RefusedMetric.Tokens => account.Tokens + bound.InputTokens + least,
                _ => account.Calls + 1,
            };
            inTheEnd.ShouldBeGreaterThan(refusal.Limit, $"call {call.Call} of {call.Node} was refused, and fits");
            (refusal.Spent + refusal.Needed).ShouldBeGreaterThan(refusal.Limit);
        }
    }

    private static void CheckEnds(MoneyRun run)
    {
        var facts = run.Journal.Select(entry => entry.Event).ToList();
        facts.OfType<NodeCompleted>().GroupBy(fact => (fact.Node, fact.Iteration)).ShouldAllBe(group => group.Count() == 1);
        facts.ShouldNotContain(fact => fact is BudgetOvershot);
        var cancelling = facts.OfType<RunCancelling>().FirstOrDefault();

        // A node that failed within a loop may have completed when the loop came back to it: how it ended last is what counts.
        var failures = facts.OfType<NodeEvent>().Where(fact => fact is NodeCompleted or NodeFailed).GroupBy(fact => fact.Node).Select(ends => ends.Last()).OfType<NodeFailed>().ToList();
        int[] expected = cancelling?.Reason == StopReason.Cancelled ? [ExitCodes.Cancelled]
            : cancelling?.Reason == StopReason.DeadlineExceeded ? [ExitCodes.OverBudget]
            : failures.Exists(failed => failed.Status == NodeStatus.Refused) ? [ExitCodes.OverBudget]
            : failures.Exists(failed => !run.Case.Workflow[failed.Node].ContinueOnError) ? [ExitCodes.RunFailed, ExitCodes.Unreachable]
            : [ExitCodes.Success];
        expected.ShouldContain(run.Result.Verdict.ExitCode);
        if (cancelling is null)
        {
            var ended = facts.OfType<NodeEvent>().Where(fact => fact is NodeCompleted or NodeFailed or NodeBlocked or NodeSkipped).Select(fact => fact.Node);
            ended.Distinct().Count().ShouldBe(run.Case.Workflow.Nodes.Count);
        }

        if (run.Case is { Fits: true, IsCalm: true })
        {
            run.Result.Verdict.ShouldBe(new RunVerdict(RunStatus.Completed, ExitCodes.Success));
        }
    }
}
