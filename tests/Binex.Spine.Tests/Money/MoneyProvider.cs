using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Binex.Core.Prices;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Testing.FakeProvider;

namespace Binex.Spine.Tests.Money;

/// <summary>
/// One provider for many runs. A prompt begins with <c>[[run/node]]</c>, so that each run has its own behaviour and its own tab.
/// It counts a request at the most that a provider can count it: a token for each byte, and all that a template may add.
/// </summary>
internal sealed class MoneyProvider : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, (ProviderTab Tab, Func<FakeCall, FakeReply> Reply)> _runs = new();
    private FakeProviderServer _server = null!;

    public PriceBook Prices { get; } = new();

    public ProviderChatModel ChatModel { get; private set; } = null!;

    public string Address => _server.Address;

    public static async Task<MoneyProvider> StartAsync()
    {
        var provider = new MoneyProvider();
        provider._server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Rates = provider.RatesOf,
            InputTokens = Dearest,
            Reply = call => provider._runs[RunOf(call)].Reply(call),
            OnBill = bill => provider._runs[RunOf(bill.Call)].Tab.Take(NodeOf(bill.Call), bill),
        });
        provider.ChatModel = new ProviderChatModel(provider.Prices, _ => "test", TimeProvider.System);
        return provider;
    }

    /// <summary>Opens the tab of a run.</summary>
    public ProviderTab Open(int run, decimal? cap, Func<FakeCall, FakeReply> reply)
    {
        var tab = new ProviderTab(cap);
        _runs[run] = (tab, reply);
        return tab;
    }

    public static string Marker(int run, string node) => $"[[{run}/{node}]]";

    public static string NodeOf(FakeCall call) => call.Marker[(call.Marker.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static long Dearest(IEnumerable<string> messages) => 256 + messages.Sum(text => 16L + Encoding.UTF8.GetByteCount(text));

    public async ValueTask DisposeAsync()
    {
        ChatModel.Dispose();
        await _server.DisposeAsync();
    }

    private PriceRates RatesOf(string model) => Prices.Find(model)!.Rates;

    private static long Dearest(JsonElement body) => Dearest(FakeTokens.Texts(body));

    private static int RunOf(FakeCall call) =>
        int.Parse(call.Marker.AsSpan(0, call.Marker.IndexOf('/', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
}
