using Binex.Reports.Timelines;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Reports.Tests.Timelines;

public sealed class TimeAxisTests
{
    [Theory]
    [InlineData(0, new long[] { 0 })]
    [InlineData(5, new long[] { 0, 1, 2, 3, 4, 5 })]
    [InlineData(21_210, new long[] { 0, 5_000, 10_000, 15_000, 20_000 })]
    [InlineData(200_000, new long[] { 0, 30_000, 60_000, 90_000, 120_000, 150_000, 180_000 })]
    [InlineData(400_000, new long[] { 0, 60_000, 120_000, 180_000, 240_000, 300_000, 360_000 })]
    public void Marks_Duration_AreRound(long duration, long[] expected) => TimeAxis.Marks(duration).ShouldBe(expected);

    [Fact]
    public void Marks_AnyDuration_AreFewAndWithin() => Gen.Long[0, 1L << 50].Holds(100, duration =>
    {
        var marks = TimeAxis.Marks(duration);

        marks.Count.ShouldBeInRange(1, 7);
        marks[^1].ShouldBeLessThanOrEqualTo(duration);
    });
}
