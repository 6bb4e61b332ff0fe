using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Store.Runs;
using Binex.Store.Tests.Journals;

namespace Binex.Store.Tests.Runs;

public sealed class RunSummaryTests : IDisposable
{
    private static readonly RunStarted Started = new("r1", "greet", "greet.yaml", "", 3) { Simulated = true };
    private static readonly RunCompleted Completed = new(RunStatus.Completed, 0, new Money(0.25m));
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly RunStore _store;

    public RunSummaryTests() => _store = new RunStore(_folder[".binex"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_EndedRun_IsReadFromBothEnds()
    {
        await _store.AddAsync("r1", Started, new NodeReady("a", 1), Completed);

        var run = _store.List().ShouldHaveSingleItem();

        run.ShouldBe(new RunSummary("r1", RunStatus.Completed)
        {
            Workflow = "greet",
            StartedAt = Start,
            Duration = TimeSpan.FromMilliseconds(2) + TimeSpan.FromTicks(2),
            Cost = new Money(0.25m),
            Nodes = 3,
            Simulated = true,
        });
    }

    [Fact]
    public async Task List_SeveralRuns_AreNewestFirst()
    {
        await _store.AddAsync("20261121-000000-aaaa", Started, Completed);
        await _store.AddAsync("20261123-000000-aaaa", Started, Completed);
        await _store.AddAsync("20261122-000000-aaaa", Started, Completed);

        _store.List().Select(run => run.Id).ShouldBe(["20261123-000000-aaaa", "20261122-000000-aaaa", "20261121-000000-aaaa"]);
    }

    [Fact]
    public async Task List_RunThatNobodyWrites_IsInterruptedWithWhatItSpent()
    {
        await _store.AddAsync("r1", Started, Settled(0.10m), new NodeReady("a", 1), Settled(0.02m));

        var run = _store.List()[0];

        run.Status.ShouldBe(RunStatus.Interrupted);
        run.Cost.ShouldBe(new Money(0.12m));
        run.Duration.ShouldBe(TimeSpan.FromMilliseconds(3) + TimeSpan.FromTicks(3));
    }

    [Fact]
    public async Task List_ResumedRun_CountsTheHoldsThatWereCharged()
    {
        await _store.AddAsync("r1", Started, Settled(0.10m), new RunCompleted(RunStatus.Failed, 1, new Money(0.10m)), Settled(0.05m), new RunResumed(new Money(0.05m)), Settled(0.01m));

        var run = _store.List()[0];

        run.Status.ShouldBe(RunStatus.Interrupted);
        run.Cost.ShouldBe(new Money(0.16m));
    }

    [Fact]
    public async Task List_RunThatIsBeingWritten_IsRunning()
    {
        var run = await _store.AddAsync("r1", Started);
        await using (run.OpenJournal().Journal)
        {
            _store.List()[0].Status.ShouldBe(RunStatus.Running);
        }

        _store.List()[0].Status.ShouldBe(RunStatus.Interrupted);
    }

    [Fact]
    public async Task List_RunWithoutFacts_IsPendingOrRunning()
    {
        var run = _store.Create("r1", RunFolders.Snapshot);
        _store.List()[0].ShouldBe(new RunSummary("r1", RunStatus.Pending));
        await using (run.OpenJournal().Journal)
        {
            _store.List()[0].Status.ShouldBe(RunStatus.Running);
        }
    }

    [Fact]
    public async Task List_TornLastLine_LooksAtTheOneBefore()
    {
        var run = await _store.AddAsync("r1", Started, Completed);
        await File.AppendAllTextAsync(run.JournalPath, "{\"v\":1,");

        _store.List()[0].Status.ShouldBe(RunStatus.Completed);
    }

    [Fact]
    public async Task List_LastLineLongerThanItsTail_IsFound()
    {
        var outputs = Enumerable.Range(0, 2_000).ToDictionary(i => $"output-{i}", _ => new string('a', 64));
        await _store.AddAsync("r1", Started, Completed with { Outputs = outputs });

        _store.List()[0].Status.ShouldBe(RunStatus.Completed);
        _store.List()[0].Cost.ShouldBe(new Money(0.25m));
        _store.List()[0].Duration.ShouldBe(TimeSpan.FromMilliseconds(1) + TimeSpan.FromTicks(1));
    }

    [Fact]
    public async Task List_FactOfANewerVersionAfterTheEnd_StillSaysHowItEnded()
    {
        var run = await _store.AddAsync("r1", Started, Settled(0.25m), Completed);
        await File.AppendAllTextAsync(run.JournalPath, """{"v":1,"seq":4,"at":"2026-11-22T18:00:00Z","type":"run.archived"}""" + "\n");

        var summary = _store.List()[0];

        (summary.Status, summary.Cost, summary.Duration).ShouldBe((RunStatus.Completed, new Money(0.25m), TimeSpan.FromMilliseconds(2) + TimeSpan.FromTicks(2)));
    }

    [Fact]
    public void List_TheClockWasSetBack_TookNoNegativeTime()
    {
        var run = _store.Create("r1", RunFolders.Snapshot);
        File.WriteAllText(run.JournalPath, JournalText.WriteText(new JournalEntry(1, Start, Started), new JournalEntry(2, Start.AddHours(-1), Completed)));

        _store.List()[0].Duration.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task List_MoreMoneyThanThereIs_IsLeftOutAndListsTheOthers()
    {
        await _store.AddAsync("r1", Started, Settled(decimal.MaxValue), Settled(decimal.MaxValue), Settled(0.1m));
        await _store.AddAsync("r2", Started, Completed);

        _store.List().Select(run => run.Cost).ShouldBe([new Money(0.25m), new Money(0.1m)]);
        _store.Find("r1").Run!.ReadJournal().Problem!.Message.ShouldContain("line 2 of the journal is broken: the event call.settled tells of more money than there is");
    }

    [Theory]
    [InlineData("garbage\n", "line 1 of the journal is broken: it is not JSON")]
    [InlineData("{}\n", "line 1 of the journal is broken: 'v'")]
    [InlineData("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00Z","type":"node.ready","node":"a","iteration":1}""" + "\n", "it is not the start of a run")]
    public void List_RunThatCannotBeRead_SaysWhy(string journal, string why)
    {
        var run = _store.Create("r1", RunFolders.Snapshot);
        File.WriteAllText(run.JournalPath, journal);

        var summary = _store.List()[0];

        summary.Status.ShouldBe(RunStatus.Interrupted);
        summary.Problem!.ShouldContain(why);
        summary.Problem!.ShouldContain(run.JournalPath);
    }

    [Fact]
    public async Task List_FolderOrLinkInPlaceOfAJournal_SaysSoAndListsTheOthers()
    {
        Directory.CreateDirectory(_store.Create("r1", RunFolders.Snapshot).JournalPath);
        File.CreateSymbolicLink(_store.Create("r2", RunFolders.Snapshot).JournalPath, "/dev/zero");
        Directory.CreateSymbolicLink(_folder[".binex/runs/r3"], _folder[".binex/runs/r1"]);
        await _store.AddAsync("r4", Started, Completed);

        var runs = _store.List();

        runs.Select(run => run.Id).ShouldBe(["r4", "r3", "r2", "r1"]);
        runs[0].Problem.ShouldBeNull();
        runs[1].Problem!.ShouldContain("link");
        runs[2].Problem!.ShouldContain("link");
        runs[3].Problem!.ShouldContain("this is a folder");
    }

    private static CallSettled Settled(decimal usd) => new("a", 1, 1, 1, CallOutcome.Answered, new Amount(new Money(usd), 10, 1));
}
