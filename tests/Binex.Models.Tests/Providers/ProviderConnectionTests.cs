using System.Net;
using System.Net.Sockets;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Testing.FakeProvider;

namespace Binex.Models.Tests.Providers;

public sealed class ProviderConnectionTests
{
    private static readonly PriceBook Prices = new();

    [Theory]
    [InlineData(FakeCut.BeforeHeaders)]
    [InlineData(FakeCut.InBody)]
    public async Task CompleteAsync_ConnectionCutAfterSending_IsANetworkFailureOfUnknownCharge(FakeCut cut)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = call => new FakeReply { Cut = call.Number == 1 ? FakeCut.None : cut } });
        using var model = Model();

        // The second call goes over a connection that has been used, which a client might be tempted to repeat.
        (await model.CompleteAsync(Request("hello") with { ApiBase = server.Address }, default)).Answer.ShouldNotBeNull();
        var failure = (await model.CompleteAsync(Request("hello") with { ApiBase = server.Address }, default)).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.Network);
        failure.Charge.ShouldBe(ChargeKnowledge.Unknown);
        server.Calls.Count.ShouldBe(2, "nothing beneath the ledger may repeat a call");
    }

    [Fact]
    public async Task CompleteAsync_CancelledWhileItWaits_ThrowsAndIsBilled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = _ =>
            {
                cancel.CancelAfter(0);
                return new FakeReply { Delay = TimeSpan.FromMinutes(5) };
            },
        });
        using var model = Model();

        await Should.ThrowAsync<OperationCanceledException>(model.CompleteAsync(Request("hello") with { ApiBase = server.Address }, cancel.Token));

        server.Bills.Count.ShouldBe(1);
        await Should.ThrowAsync<OperationCanceledException>(model.CompleteAsync(Request("hello") with { ApiBase = server.Address }, cancel.Token));
        server.Calls.Count.ShouldBe(1, "a call that is cancelled before it is sent is not sent");
    }

    [Fact]
    public async Task CompleteAsync_NothingListens_IsANetworkFailureThatCostsNothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var model = Model();

        foreach (var address in new[] { $"http://127.0.0.1:{port}/v1", "http://no-such-host.invalid/v1" })
        {
            var failure = (await model.CompleteAsync(Request("hello") with { ApiBase = address }, default)).Failure.ShouldNotBeNull();

            failure.Failure.Kind.ShouldBe(FailureKind.Network, address);
            failure.Charge.ShouldBe(ChargeKnowledge.Nothing, failure.Failure.Detail);
        }
    }

    [Fact]
    public async Task CompleteAsync_ErrorQuotesAnAddressWithAPassword_KeepsNeither()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = _ => new FakeReply { Status = 500, Body = "no way through 'http://anna:s3cret@proxy.test:8080/'" },
        });
        using var model = Model();

        var failure = (await model.CompleteAsync(Request("hello") with { ApiBase = server.Address }, default)).Failure.ShouldNotBeNull();

        failure.Failure.Detail.ShouldBe("no way through 'http://***@proxy.test:8080/'");
    }

    [Fact]
    public async Task CompleteAsync_HugeBody_IsNotRead()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => FakeReply.Answer(new string('x', 200_000)) });
        using var model = Model(maxAnswerBytes: 100_000);

        var failure = (await model.CompleteAsync(Request("hello") with { ApiBase = server.Address }, default)).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.Server);
        failure.Failure.Message.ShouldContain("100000 bytes");
        failure.Charge.ShouldBe(ChargeKnowledge.Unknown);
    }

    [Fact]
    public async Task CompleteAsync_ManyAtOnce_AreAllAnswered()
    {
        const int Calls = 200;
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = call => FakeReply.Answer(call.Marker) });
        using var model = Model();

        var results = await Task.WhenAll(Enumerable.Range(0, Calls).Select(n => model.CompleteAsync(Request($"[[n{n}]] hello") with { ApiBase = server.Address }, default)));

        results.Select(result => result.Answer!.Text).ShouldBe(Enumerable.Range(0, Calls).Select(n => $"n{n}"));
        server.Billed.ShouldBe(server.Bills.Sum(bill => bill.Usd));
    }

    [Fact]
    public async Task CompleteAsync_ProviderOnABadDay_NeverTakesABilledCallForFree()
    {
        const int Calls = 300;
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = FakeReplies.Seeded(seed: 11, faults: 0.8) });
        using var model = Model();

        var results = await Task.WhenAll(Enumerable.Range(0, Calls).Select(n => model.CompleteAsync(Request($"[[n{n}]]") with { ApiBase = server.Address }, default)));

        var bills = server.Bills.ToDictionary(bill => bill.Call.Marker);
        server.Calls.Count.ShouldBe(Calls, "nothing beneath the ledger may repeat a call");
        for (var n = 0; n < Calls; n++)
        {
            if (results[n].Failure is { Charge: ChargeKnowledge.Nothing } failure)
            {
                bills.ShouldNotContainKey($"n{n}", failure.Failure.Message);
            }
            else if (results[n].Answer?.Usage is { } usage)
            {
                usage.ShouldBe(new TokenUsage(bills[$"n{n}"].Call.InputTokens, bills[$"n{n}"].OutputTokens));
            }
        }

        results.Count(result => result.Failure?.Charge == ChargeKnowledge.Unknown).ShouldBeGreaterThan(50);
        results.Count(result => result.Failure?.Charge == ChargeKnowledge.Nothing).ShouldBeGreaterThan(50);
    }

    private static ChatRequest Request(string prompt) => new("gpt-4o", [new ChatMessage(ChatRole.User, prompt)], 500);

    private static ProviderChatModel Model(long maxAnswerBytes = 1_000_000) => new(Prices, _ => "sk-key", TimeProvider.System, maxAnswerBytes);
}
