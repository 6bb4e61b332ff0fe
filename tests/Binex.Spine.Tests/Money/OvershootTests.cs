using Binex.Core.Expressions;
using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Testing.FakeProvider;
using Binex.Testing.Workflows;

namespace Binex.Spine.Tests.Money;

/// <summary>The one way past a cap: a provider that bills more than it was allowed to.</summary>
public sealed class OvershootTests
{
    private const int Nodes = 50;
    private const int Greedy = 5;
    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":2000000,"total_tokens":2000010}""", 1.2000015)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13,"cost":7.5}""", 7.5)]
    public async Task Run_ProviderBillsAboveTheHold_BooksItAndStops(string usage, double billed)
    {
        await using var provider = await MoneyProvider.StartAsync();
        var body = """{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"yes"}}],"usage":""" + usage + "}";
        var calls = 0;

        // What comes after the greedy answer takes a while, so that the run can stop before all is asked, however busy the machine is.
        FakeReply Reply(int call) => call == Greedy ? new FakeReply { Body = body } : new FakeReply { Delay = call > Greedy ? Later : TimeSpan.Zero };
        var run = await MoneyRun.OfAsync(CaseOf(provider, _ => Reply(Interlocked.Increment(ref calls))), provider);

        run.Result.Verdict.ShouldBe(new RunVerdict(RunStatus.OverBudget, ExitCodes.Overshot));
        var facts = run.Journal.Select(entry => entry.Event).ToList();
        var overshot = facts.OfType<BudgetOvershot>().ShouldHaveSingleItem();
        overshot.Billed.Usd.ShouldBe((decimal)billed);
        overshot.Held.ShouldBe(facts.OfType<CallReserved>().Single(reserved => reserved.Call == overshot.Call).Held.Cost);
        facts.OfType<RunCancelling>().ShouldHaveSingleItem().Reason.ShouldBe(StopReason.BudgetRefused);
        facts.SkipWhile(fact => fact is not RunCancelling).ShouldNotContain(fact => fact is NodeStarted);
        calls.ShouldBeLessThan(Nodes);

        var books = MoneyChecks.BooksOf(run);
        books.Open.ShouldBeEmpty();
        books.Held.ShouldBe(Amount.Zero);
        books.Spent.Cost.ShouldBeGreaterThanOrEqualTo(overshot.Billed);
        facts.OfType<RunCompleted>().Single().Cost.ShouldBe(books.Spent.Cost);
    }

    private static MoneyCase CaseOf(MoneyProvider provider, Func<FakeCall, FakeReply> reply)
    {
        var builder = new WorkflowBuilder().Budget(1).Concurrency(models: 4);
        for (var i = 0; i < Nodes; i++)
        {
            builder.Node($"n{i}", "llm://gpt-4o-mini", prompt: MoneyProvider.Marker(1, $"n{i}"), maxTokens: 100, change: node =>
                node with { Model = node.Model with { ApiBase = TextTemplate.Parse(provider.Address) } });
        }

        return new MoneyCase { Seed = 1, Workflow = builder.Build(), Fits = false, IsCalm = true, Reply = reply };
    }
}
