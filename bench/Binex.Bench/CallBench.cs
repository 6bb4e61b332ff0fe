using System.Diagnostics;
using Binex.Core.Costs;
using Binex.Core.Execution;
using Binex.Core.Expressions;
using Binex.Core.Models;
using Binex.Core.Workflows;
using Binex.Models.Prices;
using Binex.Models.Providers;

namespace Binex.Bench;

/// <summary>A thousand calls at once, streamed from a provider that takes a second: by themselves, and as a run that reserves, settles and keeps them on the disk.</summary>
internal sealed class CallBench : ILiveText
{
    private const int Calls = 1_000;
    private const int WarmUps = 4;
    private static int _round;

    public static async Task RunAsync()
    {
        Console.WriteLine($"\n{Calls:N0} streamed calls at once to a provider that takes 1 s for each answer; budgets 1.6 s, 400 MB, 50 threads");
        Console.WriteLine($"{"",-32} {"wall s",8} {"cpu s",7} {"peak MB",8} {"threads",8} {"requests",9} {"bills",7} {"lost",5} {"paid twice",11}");
        using var server = BenchServer.Start();
        await MeasureAsync("calls, nothing compiled yet", server, AskAsync);
        for (var i = 0; i < WarmUps; i++)
        {
            using var model = NewModel();
            await AskAsync(model, server.Address);
        }

        await MeasureAsync("calls", server, AskAsync);
        await MeasureAsync("a run of as many nodes", server, (model, address) => RunAsync(model, address, late: false));
        await MeasureAsync("a run, and 429 for half of it", server, (model, address) => RunAsync(model, address, late: true));
    }

    public void OnText(string node, string line)
    {
    }

    private static async Task MeasureAsync(string title, BenchServer server, Func<ProviderChatModel, string, Task<TimeSpan>> work)
    {
        using var model = NewModel();
        using var ended = new CancellationTokenSource();
        var before = server.Count();
        var peaks = WatchAsync(ended.Token);
        var cpu = Environment.CpuUsage.TotalTime;
        var wall = await work(model, server.Address);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        await ended.CancelAsync();
        var (bytes, threads) = await peaks;
        var after = server.Count();
        var (requests, bills, billed) = (after.Requests - before.Requests, after.Bills - before.Bills, after.Billed - before.Billed);
        Console.WriteLine(
            $"{title,-32} {wall.TotalSeconds,8:0.00} {cpu.TotalSeconds,7:0.00} {bytes / 1e6,8:0} {threads,8} {requests,9} {bills,7} {Calls - billed,5} {bills - billed,11}");
    }

    private static ProviderChatModel NewModel() => new(new PriceBook(), _ => "none", TimeProvider.System);

    private static async Task<TimeSpan> AskAsync(ProviderChatModel model, string address)
    {
        var round = _round++;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(async i =>
        {
            var request = new ChatRequest("gpt-4o-mini", [new ChatMessage(ChatRole.User, $"[[{round}-{i}]] say something")], 500) { ApiBase = address, OnText = _ => { } };
            var result = await model.CompleteAsync(request, CancellationToken.None);
            if (result.Answer?.Usage is null)
            {
                throw new InvalidOperationException($"a call was not answered: {result.Failure?.Failure.Message}");
            }
        }));
        return watch.Elapsed;
    }

    private static async Task<TimeSpan> RunAsync(ProviderChatModel model, string address, bool late)
    {
        var round = _round++;
        var workflow = Graphs.Of("calls", Calls, _ => [], (i, node) => node with
        {
            Agent = AgentUri.Parse("llm://gpt-4o-mini")!,
            Prompt = TextTemplate.Parse($"[[{round}-{i}{(late && i % 2 == 0 ? "-late" : "")}]] say something"),
            Model = node.Model with { ApiBase = TextTemplate.Parse(address), MaxTokens = 500 },
            Retry = node.Retry with { MaxAttempts = 3 },
        }).WithLimits(
            new WorkflowBudget { Caps = new BudgetCaps { MaxCost = new Money(100), MaxCalls = 3 * Calls }, IsWritten = true },
            new ConcurrencyLimits { Default = Calls });
        return (await BenchRun.MeasureAsync(workflow, model, new CallBench())).Wall;
    }

    private static async Task<(long Bytes, int Threads)> WatchAsync(CancellationToken ended)
    {
        using var self = Process.GetCurrentProcess();
        var (bytes, threads) = (0L, 0);
        while (!ended.IsCancellationRequested)
        {
            self.Refresh();
            (bytes, threads) = (Math.Max(bytes, self.WorkingSet64), Math.Max(threads, self.Threads.Count));
            await Task.Delay(25, CancellationToken.None);
        }

        return (bytes, threads);
    }
}
