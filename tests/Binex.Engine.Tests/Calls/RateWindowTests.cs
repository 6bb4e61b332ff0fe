using Binex.Core.Configuration;
using Binex.Engine.Calls;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Engine.Tests.Calls;

public sealed class RateWindowTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task EnterAsync_MoreThanAllowed_WaitsForTheFirstToBePast()
    {
        var window = new RateWindow(new RateLimits(new Rate(2, TimeSpan.FromSeconds(10)), null), _time);
        var entered = Enumerable.Range(0, 5).Select(_ => window.EnterAsync(1, default)).ToList();

        await LetInAsync(entered, 2);
        _time.Advance(TimeSpan.FromSeconds(9));
        await LetInAsync(entered, 2);
        _time.Advance(TimeSpan.FromSeconds(1));
        await LetInAsync(entered, 4);
        _time.Advance(TimeSpan.FromSeconds(10));
        await LetInAsync(entered, 5);
    }

    [Fact]
    public async Task Correct_FewerTokensThanThought_LetsTheNextInAtOnce()
    {
        var window = new RateWindow(new RateLimits(null, new Rate(1_500, TimeSpan.FromMinutes(1))), _time);
        var entered = Enumerable.Range(0, 3).Select(_ => window.EnterAsync(1_100, default)).ToList();
        await LetInAsync(entered, 1);

        window.Correct(await entered[0], 110);
        await LetInAsync(entered, 2);
        window.Correct(await entered[1], 1_400);
        await LetInAsync(entered, 2);
        _time.Advance(TimeSpan.FromMinutes(1));
        await LetInAsync(entered, 3);
    }

    [Fact]
    public async Task EnterAsync_GivenUp_TakesNothing()
    {
        using var cancel = new CancellationTokenSource();
        var window = new RateWindow(new RateLimits(new Rate(1, TimeSpan.FromSeconds(10)), null), _time);
        var first = window.EnterAsync(1, default);
        var second = window.EnterAsync(1, cancel.Token);
        var third = window.EnterAsync(1, default);
        await first;

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        _time.Advance(TimeSpan.FromSeconds(10));

        (await third).At.ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public async Task EnterAsync_FirstInLineGivenUp_LetsInWhoFitsAtOnce()
    {
        using var cancel = new CancellationTokenSource();
        var window = new RateWindow(new RateLimits(null, new Rate(100, TimeSpan.FromMinutes(1))), _time);
        await window.EnterAsync(60, default);
        var large = window.EnterAsync(90, cancel.Token);
        var small = window.EnterAsync(40, default);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(large);
        (await small.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)).At.ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public async Task EnterAsync_MoreThanEverAllowed_GoesAlone()
    {
        var window = new RateWindow(new RateLimits(null, new Rate(10, TimeSpan.FromMinutes(1))), _time);
        var entered = new[] { window.EnterAsync(500, default), window.EnterAsync(500, default) }.ToList();

        await LetInAsync(entered, 1);
        _time.Advance(TimeSpan.FromMinutes(1));
        await LetInAsync(entered, 2);
    }

    // Who is let in goes on on another thread; who is not never does at this time.
    private static async Task LetInAsync(List<Task<RateUse>> entered, int count)
    {
        await Task.WhenAll(entered.Take(count)).WaitAsync(Harness.EngineRun.Patience);
        entered.Skip(count).ShouldAllBe(task => !task.IsCompleted);
    }
}
