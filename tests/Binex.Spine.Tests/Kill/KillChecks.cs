using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Spine.Tests.Money;
using Binex.Testing.FakeProvider;

namespace Binex.Spine.Tests.Kill;

/// <summary>What must be true of a run that was killed and resumed.</summary>
internal static class KillChecks
{
    /// <summary>The second promise: what had completed is neither started nor asked for again, and every open hold is charged in full.</summary>
    /// <param name="before">The journal when the process began.</param>
    /// <param name="since">What it has written.</param>
    /// <param name="askedBefore">How often each node had asked the provider when the process began.</param>
    /// <param name="server">The provider.</param>
    public static void CheckResumption(
        IReadOnlyList<JournalEntry> before, IReadOnlyList<JournalEntry> since, IReadOnlyDictionary<string, int> askedBefore, FakeProviderServer server)
    {
        var completed = before.Select(entry => entry.Event).OfType<NodeCompleted>().Select(fact => fact.Node).ToHashSet();
        foreach (var node in completed)
        {
            server.Times[node].ShouldBe(askedBefore[node], $"{node} had completed and was asked for again");
        }

        since.Select(entry => entry.Event).OfType<NodeStarted>().ShouldNotContain(fact => completed.Contains(fact.Node));
        if (before.Count == 0 || since.Count == 0)
        {
            return;
        }

        var books = new Books();
        foreach (var entry in before)
        {
            books.Take(entry.Event);
        }

        // A charge may pass a mark of the budget, which is told at once.
        var opening = since.Select(entry => entry.Event).TakeWhile(fact => fact is not RunResumed).ToList();
        var charges = opening.OfType<CallSettled>().ToList();
        charges.ShouldAllBe(fact => fact.Outcome == CallOutcome.Unknown);
        opening.Except(charges).ShouldAllBe(fact => fact is BudgetWarned);
        if (since.Select(entry => entry.Event).OfType<RunResumed>().SingleOrDefault() is { } resumed)
        {
            charges.Count.ShouldBe(books.Open.Count);
            resumed.ChargedHolds.ShouldBe(books.Held.Cost);
        }
    }

    /// <summary>The first promise: the bill stays below the cap, the books below it at every moment, and the bill below the books.</summary>
    public static void CheckBooks(IReadOnlyList<RunEvent> facts, FakeProviderServer server)
    {
        var books = new Books();
        foreach (var fact in facts)
        {
            books.Take(fact);
            (books.Spent.Cost + books.Held.Cost).Usd.ShouldBeLessThanOrEqualTo(KillWorkflow.Cap);
        }

        var sent = facts.OfType<CallSent>().ToDictionary(fact => fact.Call);
        facts.OfType<CallSettled>().Where(fact => fact.Answer is not null).Select(fact => (fact.Node, fact.Iteration, sent[fact.Call].Request))
            .ShouldBeUnique("what was answered was asked, and paid, again");
        books.Open.ShouldBeEmpty();
        books.SumOfNodes.ShouldBe(books.Spent);
        ((RunCompleted)facts[^1]).Cost.ShouldBe(books.Spent.Cost);
        server.Billed.ShouldBeLessThanOrEqualTo(books.Spent.Cost.Usd);
        foreach (var node in server.Bills.GroupBy(bill => bill.Call.Marker))
        {
            node.Sum(bill => bill.Usd).ShouldBeLessThanOrEqualTo(books.SpentBy(node.Key).Cost.Usd, $"{node.Key} was billed more than is recorded");
        }
    }
}
