using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Ledgers;

public sealed class LedgerProperties
{
    [Fact]
    public void ReserveAndSettle_AnySchedule_KeepsEveryInvariantAndAnswersAsTheRulesSay() =>
        Proof.Holds(LedgerCase.Any, 2_000, 1_000_000, given => Play(given, mayOvershoot: false));

    [Fact]
    public void Settle_ChargesAboveTheirHolds_AreBookedInFullAndNobodyIsForgotten() =>
        Proof.Holds(LedgerCase.WithOvershoot, 500, 20_000, given => Play(given, mayOvershoot: true));

    [Fact]
    public void ReserveAsync_WishesThatFitOneAfterTheOther_AreNeverRefusedNorShrunkNextToEachOther() =>
        Proof.Holds(LedgerCase.Any.Select(WithCapsThatFitAll), 1_000, 20_000, given => Play(given, mayOvershoot: false).Curtailed.ShouldBe(0));

    [Fact]
    public void ReserveAsync_OneAtATime_AlwaysSaysTheSame() => Proof.Holds(LedgerCase.Any.Select(OneAtATime), 500, 20_000, given =>
        Play(given, mayOvershoot: false).Log.ShouldBe(Play(given, mayOvershoot: false).Log));

    private static LedgerSimulation Play(LedgerCase given, bool mayOvershoot)
    {
        using var simulation = new LedgerSimulation(given, mayOvershoot);
        simulation.PlayAsync().GetAwaiter().GetResult();
        return simulation;
    }

    private static LedgerCase WithCapsThatFitAll(LedgerCase given)
    {
        var sums = given.Nodes.Select((_, node) => Sum(given.Wishes.Where(wish => wish.NodeId == LedgerCase.NodeId(node)))).ToList();
        return given with
        {
            Run = Exactly(sums.Aggregate(Amount.Zero, (sum, amount) => sum + amount)),
            Nodes = [.. sums.Select(Exactly)],
        };
    }

    private static LedgerCase OneAtATime(LedgerCase given) => given with
    {
        Steps = [.. given.Steps.SelectMany(step => new[] { step with { Kind = LedgerStepKind.Reserve }, step with { Kind = LedgerStepKind.Settle } })],
    };

    private static Amount Sum(IEnumerable<ReservationRequest> wishes) =>
        wishes.Aggregate(Amount.Zero, (sum, wish) => sum + NaiveAccount.Need(wish.Bound, wish.Bound.MaxOutputTokens));

    private static Cap Exactly(Amount amount) => new() { Cost = amount.Cost, Tokens = amount.Tokens, Calls = amount.Calls };
}
