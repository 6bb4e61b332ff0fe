using Binex.Cli.Running;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Cli.Tests.Running;

public sealed class RunIdsTests
{
    [Fact]
    public void Next_WithinOneSecond_SortsByAge()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 30, 59, TimeSpan.Zero));
        var ids = new List<string>();
        for (var i = 0; i < 600; i++)
        {
            ids.Add(RunIds.Next(time));
            time.Advance(TimeSpan.FromMilliseconds(2));
        }

        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids[0].ShouldStartWith("20260301-123059-00");
        ids[^1].ShouldStartWith("20260301-123100-");
    }
}
