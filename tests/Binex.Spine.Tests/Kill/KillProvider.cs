using System.Security.Cryptography;
using System.Text;
using Binex.Models.Prices;
using Binex.Spine.Tests.Money;
using Binex.Testing.FakeProvider;

namespace Binex.Spine.Tests.Kill;

/// <summary>The provider of one run that is killed. Tells when so many calls have come; now and then it fails at a node's first call.</summary>
internal sealed class KillProvider : IAsyncDisposable
{
    private static readonly PriceBook Prices = new();
    private readonly Lock _gate = new();
    private readonly List<(int Calls, TaskCompletionSource Reached)> _awaited = [];
    private readonly int _seed;
    private int _calls;

    private KillProvider(int seed) => _seed = seed;

    public FakeProviderServer Server { get; private set; } = null!;

    public static async Task<KillProvider> StartAsync(int seed)
    {
        var provider = new KillProvider(seed);
        provider.Server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            // It bills what a call can cost at most, so that a cap which holds holds for everybody.
            InputTokens = body => MoneyProvider.Dearest(FakeTokens.Texts(body)),
            Rates = model => Prices.Find(model)!.Rates,
            Reply = provider.Answer,
        });
        return provider;
    }

    /// <summary>Ends when that many more calls have come from now on.</summary>
    public Task CallsAsync(int more)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (more == 0)
            {
                reached.SetResult();
            }

            _awaited.Add((_calls + more, reached));
            return reached.Task;
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private FakeReply Answer(FakeCall call)
    {
        lock (_gate)
        {
            _calls++;
            _awaited.RemoveAll(awaited => awaited.Calls <= _calls && awaited.Reached.TrySetResult());
        }

        var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{_seed}/{call.Marker}/{call.Times}"))));
        var reply = new FakeReply { Text = $"answer of {call.Marker}", OutputTokens = call.MaxOutputTokens, Delay = TimeSpan.FromMilliseconds(random.Next(5, 20)) };
        return call.Times > 1 || random.Next(10) > 0 ? reply : random.Next(4) switch
        {
            0 => FakeReply.Error(500),
            1 => FakeReply.Error(429, "rate_limit_exceeded") with { RetryAfter = "0.01" },
            2 => reply with { Cut = FakeCut.BeforeHeaders },
            _ => reply with { StatesUsage = false },
        };
    }
}
