using Binex.Cli.Running;
using Binex.Core.Costs;
using Binex.Store.Costs;

namespace Binex.Cli.Tests.Running;

public sealed class InputShareTests
{
    private const string Model = "anthropic/claude-sonnet-4-5";

    [Fact]
    public void Of_TooFewCalls_IsTheDefault() => InputShare.Of(Calls(InputShare.LeastCalls - 1, 10_000, 2_000)).ShouldBe(InputShare.Default);

    [Fact]
    public void Of_EnoughCalls_IsTheLargestShareWithRoomToSpare() =>
        InputShare.Of([.. Calls(InputShare.LeastCalls, 10_000, 2_000), .. Calls(1, 10_000, 2_800)]).ShouldBe(0.35m);

    [Fact]
    public void Of_CallsThatWereEstimatesThemselves_CountsFromTheSoundBound() =>
        InputShare.Of(Calls(InputShare.LeastCalls, 4_000, 2_000).Select(call => call with { InputShare = 0.4m })).ShouldBe(0.25m);

    [Fact]
    public void Of_CallsThatTellNothing_AreNotCounted()
    {
        var calls = Calls(InputShare.LeastCalls, 10_000, 2_000);

        InputShare.Of([.. calls, .. Calls(50, InputShare.LeastBound - 1, 2_000)]).ShouldBe(0.25m);
        InputShare.Of([.. calls, .. Calls(50, 10_000, 9_900).Select(call => call with { Model = "gpt-4o" })]).ShouldBe(0.25m);
        InputShare.Of([.. calls, .. Calls(50, 10_000, 0)]).ShouldBe(0.25m);
    }

    [Fact]
    public void Of_AbsurdCounts_StaysBetweenATenthAndOne()
    {
        InputShare.Of(Calls(InputShare.LeastCalls, 10_000, long.MaxValue)).ShouldBe(1);
        InputShare.Of(Calls(InputShare.LeastCalls, 10_000_000, 1)).ShouldBe(0.1m);
    }

    private static IEnumerable<RunCharge> Calls(int count, long bound, long input) => Enumerable.Repeat(
        new RunCharge("a", Model, DateTimeOffset.UnixEpoch, Money.Zero) { InputBound = bound, Usage = new TokenUsage(input, 10) }, count);
}
