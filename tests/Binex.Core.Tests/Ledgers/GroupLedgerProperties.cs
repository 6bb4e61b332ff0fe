using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Ledgers;

/// <summary>Caps of models and tags beside those of the run and its nodes, held against accounts that are added up naively.</summary>
public sealed class GroupLedgerProperties
{
    private static readonly string[] Models = ["m0", "m1"];
    private static readonly string[] Tags = ["t0", "t1"];
    private static readonly string[][] TagsOfNodes = [[], ["t0"], ["t1"], ["t0", "t1"]];

    private static readonly Gen<Cap> SomeCap = Gen.Frequency(
        (1, Gen.Const(Cap.None)), (3, Gen.Int[0, 200].Select(cents => new Cap { Cost = new Money(cents / 100m) })), (1, Gen.Int[0, 8].Select(calls => new Cap { Calls = calls })));

    private static readonly Gen<ReservationRequest> Wish = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[1, 40], Gen.Int[1, 40], Gen.Bool, (node, model, output, least, mayShrink) =>
        new ReservationRequest($"n{node}", new CallBound(Models[model], 10, output, Math.Min(least, output), 10_000, 20_000, 0), mayShrink));

    private static readonly Gen<(Cap[] Caps, ReservationRequest[] Wishes, LedgerStep[] Steps)> Cases = Gen.Select(
        SomeCap.Array[9], Wish.Array[1, 16],
        Gen.Select(
            Gen.Frequency((5, Gen.Const(LedgerStepKind.Reserve)), (4, Gen.Const(LedgerStepKind.Settle)), (1, Gen.Const(LedgerStepKind.Cancel))),
            Gen.Int[0, 1000], Gen.Int[0, 100], (kind, pick, share) => new LedgerStep(kind, pick, share)).Array[1, 40]);

    [Fact]
    public void ReserveAndSettle_AnySchedule_KeepsEveryCapAndForgetsNobody() => Proof.Holds(Cases, 2_000, 200_000, given =>
        PlayAsync(given.Caps, given.Wishes, given.Steps).GetAwaiter().GetResult());

    [Fact]
    public async Task ReserveAsync_TheTagIsFull_KeepsOnlyThatTagWaiting()
    {
        var tagged = new GroupCaps { Tags = new Dictionary<string, Cap> { ["t0"] = new() { Cost = new Money(1) } }, TagsOf = id => id == "n0" ? [] : ["T0"] };
        var ledger = new Ledger(new Cap { Cost = new Money(10) }, _ => Cap.None, tagged);
        var dollar = new CallBound("m", 0, 100, 10, 0, 10_000, 0);
        var first = (await ledger.ReserveAsync(new ReservationRequest("n1", dollar), default)).Reservation!;

        var waits = ledger.ReserveAsync(new ReservationRequest("n2", dollar), default).AsTask();
        (await ledger.ReserveAsync(new ReservationRequest("n0", dollar), default)).Reservation.ShouldNotBeNull();

        waits.IsCompleted.ShouldBeFalse();
        ledger.Settle(first, new Amount(new Money(0.95m), 1, 1));
        (await waits).Refusal!.Account.ShouldBe("run/tag:t0");
    }

    private static async Task PlayAsync(Cap[] caps, ReservationRequest[] wishes, LedgerStep[] steps)
    {
        var groups = new GroupCaps
        {
            Models = new Dictionary<string, Cap> { ["m0"] = caps[5], ["m1"] = caps[6] },
            Tags = new Dictionary<string, Cap> { ["t0"] = caps[7], ["t1"] = caps[8] },
            TagsOf = id => TagsOfNodes[id[1] - '0'],
        };
        var ledger = new Ledger(caps[0], id => caps[1 + id[1] - '0'], groups);
        var spent = new Dictionary<string, Amount>();
        var answers = new List<Task<ReservationResult>>();
        var sources = new List<CancellationTokenSource>();
        var settled = new HashSet<int>();
        foreach (var step in steps)
        {
            var open = Open(answers, settled);
            switch (step.Kind)
            {
                case LedgerStepKind.Reserve when answers.Count < wishes.Length:
                    sources.Add(new CancellationTokenSource());
                    answers.Add(ledger.ReserveAsync(wishes[answers.Count], sources[^1].Token).AsTask());
                    break;
                case LedgerStepKind.Settle when open.Count > 0:
                    Settle(open[step.Pick % open.Count], step.Share);
                    break;
                case LedgerStepKind.Cancel when answers.Count > 0:
                    await sources[step.Pick % answers.Count].CancelAsync();
                    break;
                default:
                    break;
            }

            Check(ledger, caps, spent, answers, wishes, settled);
        }

        while (Open(answers, settled) is { Count: > 0 } left)
        {
            Settle(left[0], 50);
            Check(ledger, caps, spent, answers, wishes, settled);
        }

        SpinWait.SpinUntil(() => answers.TrueForAll(answer => answer.IsCompleted), TimeSpan.FromSeconds(30)).ShouldBeTrue("nobody is forgotten");
        ledger.Accounts().All(account => account.Held == Amount.Zero).ShouldBeTrue();
        sources.ForEach(source => source.Dispose());

        void Settle(int wish, int share)
        {
            var reservation = answers[wish].Result.Reservation!;
            var charge = new Amount(reservation.Cost * (share / 100m), reservation.Held.Tokens * share / 100, 1);
            settled.Add(wish);
            ledger.Settle(reservation, charge).ShouldBe(Money.Zero);
            foreach (var path in PathsOf(wishes[wish]))
            {
                spent[path] = spent.GetValueOrDefault(path) + charge;
            }
        }
    }

    private static List<int> Open(List<Task<ReservationResult>> answers, HashSet<int> settled) =>
        [.. Enumerable.Range(0, answers.Count).Where(wish => answers[wish].IsCompletedSuccessfully && answers[wish].Result.Reservation is not null && !settled.Contains(wish))];

    private static void Check(
        Ledger ledger, Cap[] caps, Dictionary<string, Amount> spent, List<Task<ReservationResult>> answers, ReservationRequest[] wishes, HashSet<int> settled)
    {
        // Answers reach those who wait on other threads, a little after the books have them.
        SpinWait.SpinUntil(() => ledger.Accounts()[0].Held.Calls == Open(answers, settled).Count, TimeSpan.FromSeconds(30)).ShouldBeTrue();
        var held = new Dictionary<string, Amount>();
        foreach (var wish in Open(answers, settled))
        {
            foreach (var path in PathsOf(wishes[wish]))
            {
                held[path] = held.GetValueOrDefault(path) + answers[wish].Result.Reservation!.Held;
            }
        }

        foreach (var account in ledger.Accounts())
        {
            account.Cap.ShouldBe(CapOf(account.Path, caps));
            account.Spent.ShouldBe(spent.GetValueOrDefault(account.Path));
            account.Held.ShouldBe(held.GetValueOrDefault(account.Path));
            NaiveAccount.Fits(account.Cap, account.Spent + account.Held).ShouldBeTrue(account.Path);
        }

        for (var wish = 0; wish < answers.Count; wish++)
        {
            if (answers[wish] is { IsCompletedSuccessfully: true, Result.Refusal: { } refusal })
            {
                PathsOf(wishes[wish]).ShouldContain(refusal.Account);
                (refusal.Spent + refusal.Needed).ShouldBeGreaterThan(refusal.Limit);
            }
        }
    }

    private static IEnumerable<string> PathsOf(ReservationRequest wish) =>
        ["run", $"run/{wish.NodeId}", $"run/model:{wish.Bound.Model}", .. TagsOfNodes[wish.NodeId[1] - '0'].Select(tag => $"run/tag:{tag}")];

    private static Cap CapOf(string path, Cap[] caps) => path switch
    {
        "run" => caps[0],
        _ when path.StartsWith("run/model:", StringComparison.Ordinal) => caps[5 + Array.IndexOf(Models, path[10..])],
        _ when path.StartsWith("run/tag:", StringComparison.Ordinal) => caps[7 + Array.IndexOf(Tags, path[8..])],
        _ => caps[1 + path[5] - '0'],
    };
}
