using System.Text;
using Binex.Core.Ledgers;
using Binex.Core.Ledgers.Projects;
using Binex.Models.Prices;
using Binex.Spine.Tests.Kill;
using Binex.Spine.Tests.Money;
using Binex.Store.Ledgers;
using Binex.Testing.FakeProvider;

namespace Binex.Spine.Tests.Days;

/// <summary>
/// Many processes at once, each with a run of parallel nodes, under one cap for the day that pays for about half of what they
/// want. Some are killed. The provider bills by its own count, at the most that a call can cost.
/// </summary>
internal sealed class DayRuns : IAsyncDisposable
{
    public const decimal HoldOfOne = 0.00008m;
    private static readonly PriceBook Prices = new();
    private FakeProviderServer _server = null!;
    private readonly Random _random;
    private readonly string _folder;
    private readonly int _processes;
    private readonly int _nodes;
    private int _calls;

    private DayRuns(int seed, int processes, int nodes)
    {
        _nodes = nodes;
        _random = new Random(seed);
        _folder = Directory.CreateTempSubdirectory("binex-day-").FullName;
        _processes = processes;
        Cap = Math.Round(HoldOfOne * processes * nodes / 2, 6);
        File.WriteAllText(Path.Join(_folder, "binex.yaml"), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"budget: {{ day: {Cap} }}\n"));
    }

    public decimal Cap { get; }

    public decimal Billed => _server.Billed;

    public int Calls => _server.Calls.Count;

    public int Kills { get; private set; }

    /// <summary>How many processes ended by themselves, by exit code.</summary>
    public Dictionary<int, int> Ends { get; } = [];

    /// <summary>What the project's ledger has in the end: spent today.</summary>
    public decimal Spent { get; private set; }

    /// <summary>What is still held when all processes are gone and somebody has looked.</summary>
    public decimal Held { get; private set; }

    public static async Task<DayRuns> StartAsync(int seed, int processes, int nodes)
    {
        var day = new DayRuns(seed, processes, nodes);
        day._server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            InputTokens = body => MoneyProvider.Dearest(FakeTokens.Texts(body)),
            Rates = model => Prices.Find(model)!.Rates,
            Reply = day.Answer,
        });
        await File.WriteAllTextAsync(Path.Join(day._folder, "day.yaml"), Workflow(day._server.Address, nodes));
        return day;
    }

    public async Task PlayAsync()
    {
        // One in four is killed when the provider has seen so many calls of all, so that kills fall into the middle of the work.
        var most = _processes * _nodes * 2 / 5;
        var victims = Enumerable.Range(0, _processes).Select(process => process == 0 || _random.Next(4) == 0 ? _random.Next(most) : (int?)null).ToList();
        var ends = await Task.WhenAll(victims.Select(RunAsync));
        foreach (var end in ends)
        {
            if (end is { } exitCode)
            {
                Ends[exitCode] = Ends.GetValueOrDefault(exitCode) + 1;
            }
            else
            {
                Kills++;
            }
        }

        await LookAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private FakeReply Answer(FakeCall call)
    {
        Interlocked.Increment(ref _calls);
        return new FakeReply { Text = "answer", OutputTokens = call.MaxOutputTokens, Delay = TimeSpan.FromMilliseconds(20 + (call.Number % 30)) };
    }

    private async Task<int?> RunAsync(int? killAfter)
    {
        using var process = BinexProcess.Start(_folder, "run", "day.yaml", "--store", "store", "-q");
        if (killAfter is { } calls)
        {
            using var stop = new CancellationTokenSource();
            await process.EndOrAsync(SeeCallsAsync(calls, stop.Token));
            await stop.CancelAsync();
            if (await process.KillAsync())
            {
                return null;
            }
        }

        var (exitCode, said) = await process.EndAsync();
        exitCode.ShouldBeOneOf([0, 3], said);
        return exitCode;
    }

    private async Task SeeCallsAsync(int calls, CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _calls) < calls && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(5, CancellationToken.None);
        }
    }

    private async Task LookAsync()
    {
        var store = new ProjectStore(Path.Join(_folder, "store"), TimeProvider.System);
        await using (ProjectLedger.Open(new Ledger(Core.Ledgers.Cap.None, _ => Core.Ledgers.Cap.None), new ProjectCaps(new(Cap), null), store, "look", TimeProvider.System))
        {
        }

        (Spent, Held) = store.Transact(book => (
            book.SpentIn(ProjectBook.PeriodOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))).Usd,
            book.Leases.SelectMany(lease => lease.Held.Values).Sum(held => held.Usd)));
    }

    private static string Workflow(string apiBase, int nodes)
    {
        var text = new StringBuilder("name: day\nconcurrency: 50\nnodes:\n");
        for (var i = 0; i < nodes; i++)
        {
            text.AppendLine($"  n{i}:").AppendLine("    agent: llm://gpt-4o-mini").AppendLine($"    prompt: \"[[n{i}]] Say something.\"");
            text.AppendLine($"    config: {{ api_base: \"{apiBase}\", max_tokens: 60 }}");
        }

        return text.ToString();
    }
}
