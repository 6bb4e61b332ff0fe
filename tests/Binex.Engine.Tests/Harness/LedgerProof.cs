using Binex.Core.Costs;
using Binex.Core.Runs.Events;

namespace Binex.Engine.Tests.Harness;

/// <summary>Adds up a journal as a reader without the engine would.</summary>
internal static class LedgerProof
{
    /// <summary>After every single fact, what is spent and what is held are together within the cap.</summary>
    public static void NeverPasses(IEnumerable<RunEvent> facts, decimal cap)
    {
        var spent = Money.Zero;
        var held = new Dictionary<long, Money>();
        foreach (var fact in facts)
        {
            if (fact is CallReserved reserved)
            {
                held.Add(reserved.Call, reserved.Held.Cost);
            }
            else if (fact is CallSettled settled)
            {
                held.Remove(settled.Call).ShouldBeTrue($"call {settled.Call} is settled without a hold");
                spent += settled.Spent.Cost;
            }

            (spent.Usd + held.Values.Sum(hold => hold.Usd)).ShouldBeLessThanOrEqualTo(cap);
        }
    }

    /// <summary>Every hold is settled once, and the bill is their sum.</summary>
    public static void AddsUp(IReadOnlyCollection<RunEvent> facts)
    {
        var settled = facts.OfType<CallSettled>().ToList();
        settled.Select(call => call.Call).Order().ShouldBe(facts.OfType<CallReserved>().Select(call => call.Call).Order());
        facts.OfType<RunCompleted>().Last().Cost.Usd.ShouldBe(settled.Sum(call => call.Spent.Cost.Usd));
    }
}
