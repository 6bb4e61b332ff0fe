using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Store.Runs;
using Binex.Testing.FakeProvider;

namespace Binex.Spine.Tests.Kill;

/// <summary>A process that is killed while it waits to send a call again.</summary>
public sealed class KillInBackoffTests : IDisposable
{
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(2);
    private readonly string _folder = Directory.CreateTempSubdirectory("binex-backoff-").FullName;

    [Fact]
    public async Task Resume_KilledInTheWaitBeforeARetry_AsksAtOnceAndPaysOnce()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = call => call is { Marker: "second", Times: 1 } ? FakeReply.Error(503) : FakeReply.Answer("yes"),
        });
        await File.WriteAllTextAsync(Path.Join(_folder, "backoff.yaml"), $$"""
            name: backoff
            nodes:
              first: { agent: "llm://gpt-4o-mini", prompt: "[[first]]", config: { api_base: "{{server.Address}}" } }
              second:
                agent: llm://gpt-4o-mini
                prompt: "[[second]] ${first.output}"
                retry_policy: { initial: 1h, max: 1h, jitter: false }
                config: { api_base: "{{server.Address}}" }
            """);
        using (var killed = Go("run", "backoff.yaml"))
        {
            await InBackoffAsync(killed).WaitAsync(Never);
            (await killed.KillAsync()).ShouldBeTrue();
        }

        using var resumed = Go("resume", "latest");
        var (exitCode, said) = await resumed.EndAsync();

        exitCode.ShouldBe(ExitCodes.Success, said);
        server.Times["first"].ShouldBe(1);
        server.Times["second"].ShouldBe(2);
        var facts = Facts();
        facts.OfType<RunResumed>().ShouldHaveSingleItem().ChargedHolds.Usd.ShouldBe(0, "nothing was under way");
        facts.OfType<NodeCompleted>().Select(fact => fact.Node).ShouldBe(["first", "second"]);
        facts.OfType<CallSettled>().Select(fact => fact.Outcome).ShouldBe([CallOutcome.Answered, CallOutcome.Rejected, CallOutcome.Answered]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private BinexProcess Go(params string[] command) => BinexProcess.Start(_folder, [.. command, "--store", "store", "-q"]);

    // Nothing but the journal tells what another process waits for.
    private async Task InBackoffAsync(BinexProcess process)
    {
        while (!Facts().Exists(fact => fact is CallSettled { RetryInMs: > 0 }))
        {
            await process.EndOrAsync(Task.Delay(20));
        }
    }

    private List<RunEvent> Facts() => new RunStore(Path.Join(_folder, "store")).Find("latest").Run is { } run
        ? [.. run.ReadJournal().Entries.Select(entry => entry.Event)]
        : [];
}
