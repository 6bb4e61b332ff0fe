using Binex.Core.Text;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\r\nb", 2)]
    [InlineData("a\rb", 2)]
    [InlineData("a\r", 2)]
    [InlineData("a\n\rb", 3)]
    [InlineData("a\r\r\nb", 3)]
    [InlineData("\n\n\n", 4)]
    public void LineCount_AnyLineEnd_Counts(string text, int expected) => new SourceText("f", text).LineCount.ShouldBe(expected);

    [Fact]
    public void Line_MixedLineEnds_HasNone()
    {
        var source = new SourceText("f", "one\r\ntwo\rthree\n\nfive");

        Enumerable.Range(0, 7).Select(line => source.Line(line).ToString()).ShouldBe(["", "one", "two", "three", "", "five", ""]);
    }

    [Theory]
    [InlineData("ab\r\ncd", 0, "1:1")]
    [InlineData("ab\r\ncd", 2, "1:3")]
    [InlineData("ab\r\ncd", 3, "1:4")]
    [InlineData("ab\r\ncd", 4, "2:1")]
    [InlineData("ab\r\ncd", 6, "2:3")]
    [InlineData("ab\rcd", 3, "2:1")]
    [InlineData("ab\n", 3, "2:1")]
    [InlineData("", 0, "1:1")]
    [InlineData("😀x", 2, "1:3")]
    public void PositionAt_Offset_IsLineAndUtf16Column(string text, int offset, string expected) =>
        new SourceText("f", text).PositionAt(offset).ToString().ShouldBe(expected);

    [Theory]
    [InlineData(3, 1, 5)]
    [InlineData(99, 1, 5)]
    [InlineData(2, 50, 5)]
    [InlineData(1, 50, 2)]
    [InlineData(0, 1, 0)]
    [InlineData(-5, 3, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(2, -7, 3)]
    public void OffsetOf_PlaceOutside_IsHeldInside(int line, int column, int expected) =>
        new SourceText("f", "ab\ncd").OffsetOf(new TextPosition(line, column)).ShouldBe(expected);

    [Fact]
    public void OffsetOf_HugeColumn_IsHeldInside() =>
        new SourceText("f", "ab\ncd").OffsetOf(new TextPosition(2, int.MaxValue)).ShouldBe(5);

    [Fact]
    public void Path_Backslashes_BecomeSlashes() => new SourceText("a\\b.yaml", "").Path.ShouldBe("a/b.yaml");

    [Fact]
    public void PositionAt_AnyOffset_LeadsBack() =>
        Gen.OneOf("\n", "\r", "\r\n", "a", "bc", "😀", "").Array[0, 12].Select(string.Concat).Holds(
            1_000,
            text =>
            {
                var source = new SourceText("f", text);
                var before = new TextPosition(1, 0);
                for (var offset = 0; offset <= text.Length; offset++)
                {
                    var position = source.PositionAt(offset);
                    source.OffsetOf(position).ShouldBe(offset);
                    (position > before).ShouldBeTrue();
                    before = position;
                }

                string.Concat(Enumerable.Range(1, source.LineCount).Select(line => source.Line(line).ToString()))
                    .ShouldBe(text.Replace("\r", "").Replace("\n", ""));
            });
}
