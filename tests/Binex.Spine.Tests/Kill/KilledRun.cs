using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Spine.Tests.Money;
using Binex.Store.Runs;
using Binex.Testing.FakeProvider;

namespace Binex.Spine.Tests.Kill;

/// <summary>Runs the workflow, kills it, resumes it until it ends, and holds every step against the promises.</summary>
internal sealed class KilledRun : IAsyncDisposable
{
    private const int MostKills = 3;
    private readonly int _seed;
    private readonly Random _random;
    private readonly KillProvider _provider;
    private readonly string _folder;
    private Dictionary<string, int> _askedBefore = [];

    private KilledRun(int seed, KillProvider provider, string folder)
    {
        _seed = seed;
        _random = new Random(unchecked(seed * 104_729));
        _provider = provider;
        _folder = folder;
    }

    public int Kills { get; private set; }

    /// <summary>How many nodes had completed at each kill.</summary>
    public List<int> CompletedAtKills { get; } = [];

    /// <summary>Calls whose end was not known at a kill.</summary>
    public int ChargedHolds { get; private set; }

    /// <summary>Calls that were answered and charged, and whose node had not completed at a kill: these are asked again.</summary>
    public int AnsweredAgain { get; private set; }

    public FakeProviderServer Server => _provider.Server;

    public decimal Spent { get; private set; }

    public static async Task<KilledRun> StartAsync(int seed)
    {
        var provider = await KillProvider.StartAsync(seed);
        var folder = Directory.CreateTempSubdirectory("binex-kill-").FullName;
        await File.WriteAllTextAsync(Path.Join(folder, "kill.yaml"), KillWorkflow.Text(provider.Server.Address));
        return new KilledRun(seed, provider, folder);
    }

    /// <summary>Runs to the end, with one to three kills on the way.</summary>
    public async Task PlayAsync()
    {
        var kills = _random.Next(3) == 0 ? _random.Next(2, MostKills + 1) : 1;
        for (var i = 0; i < kills; i++)
        {
            var left = KillWorkflow.Nodes - (CompletedAtKills.Count == 0 ? 0 : CompletedAtKills[^1]);
            if (!await KillAsync(KillMoment.Any(_random, left)))
            {
                break;
            }
        }

        await EndAsync();
    }

    /// <summary>Starts or resumes the run and kills it.</summary>
    /// <returns>Whether it was killed before it ended by itself.</returns>
    public async Task<bool> KillAsync(KillMoment moment)
    {
        var before = Read();
        var reached = _provider.CallsAsync(moment.Calls);
        using var process = Go(before);
        await process.EndOrAsync(WaitAsync(reached, moment.Wait));
        var isKilled = await process.KillAsync();
        var (path, entries) = Read();
        CheckGoesOn(before.Entries, entries);
        if (!isKilled)
        {
            return false;
        }

        Kills++;
        var completed = entries.Select(entry => entry.Event).OfType<NodeCompleted>().Select(fact => fact.Node).ToHashSet();
        CompletedAtKills.Add(completed.Count);
        var facts = entries.Select(entry => entry.Event).ToList();
        AnsweredAgain += facts.OfType<CallSettled>().Count(fact => fact.Outcome is CallOutcome.Answered or CallOutcome.AnsweredWithoutUsage && !completed.Contains(fact.Node));
        if (path is not null)
        {
            Tear(path, entries);
        }

        return true;
    }

    /// <summary>Lets the run end and checks all of it.</summary>
    public async Task EndAsync()
    {
        var before = Read();
        if (before.Entries is not [.., { Event: RunCompleted }])
        {
            using var process = Go(before);
            var (exitCode, said) = await process.EndAsync();
            exitCode.ShouldBe(ExitCodes.Success, said);
        }

        var (_, entries) = Read();
        CheckGoesOn(before.Entries, entries);
        var facts = entries.Select(entry => entry.Event).ToList();
        facts[^1].ShouldBeOfType<RunCompleted>().Status.ShouldBe(RunStatus.Completed);
        facts.OfType<NodeCompleted>().Select(fact => fact.Node).Order().ShouldBe(Server.Times.Keys.Order(), "each node completes once");
        facts.OfType<NodeCompleted>().Count().ShouldBe(KillWorkflow.Nodes);
        KillChecks.CheckBooks(facts, Server);
        Spent = ((RunCompleted)facts[^1]).Cost.Usd;
        ChargedHolds = facts.OfType<RunResumed>().Count(fact => fact.ChargedHolds.Usd > 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // What was recorded is still there, and of what had completed nothing was asked again.
    private void CheckGoesOn(IReadOnlyList<JournalEntry> before, IReadOnlyList<JournalEntry> after)
    {
        after.Take(before.Count).Select(entry => (entry.Seq, entry.Event.GetType())).ShouldBe(before.Select(entry => (entry.Seq, entry.Event.GetType())));
        KillChecks.CheckResumption(before, [.. after.Skip(before.Count)], _askedBefore, Server);
        _askedBefore = Server.Times.ToDictionary();
    }

    private BinexProcess Go((string? Path, IReadOnlyList<JournalEntry> Entries) before)
    {
        string[] command = before.Path is null ? ["run", "kill.yaml"] : ["resume", "latest"];
        return BinexProcess.Start(_folder, [.. command, "--store", "store", "-q"]);
    }

    private void Tear(string path, IReadOnlyList<JournalEntry> entries)
    {
        switch (_seed % 3)
        {
            case 0:
                TornJournal.LoseEnd(path, entries);
                break;
            case 1:
                TornJournal.AddHalfALine(path);
                break;
            default:
                break;
        }
    }

    private (string? Path, IReadOnlyList<JournalEntry> Entries) Read()
    {
        if (new RunStore(Path.Join(_folder, "store")).Find("latest").Run is not { } run)
        {
            return (null, []);
        }

        var reading = run.ReadJournal();
        reading.Problem.ShouldBeNull();
        return (Path.Join(run.Path, "journal.jsonl"), reading.Entries);
    }

    private static async Task WaitAsync(Task reached, TimeSpan wait)
    {
        await reached;
        await Task.Delay(wait);
    }
}
