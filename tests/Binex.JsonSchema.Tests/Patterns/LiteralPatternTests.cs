using Binex.JsonSchema.Patterns;
using Shouldly;
using Xunit;

namespace Binex.JsonSchema.Tests.Patterns;

public sealed class LiteralPatternTests
{
    [Theory]
    [InlineData("x-", "ax-b", true)]
    [InlineData("x-", "x", false)]
    [InlineData("^x-", "x-note", true)]
    [InlineData("^x-", "ax-", false)]
    [InlineData("-x$", "a-x", true)]
    [InlineData("-x$", "-x\n", false)]
    [InlineData("^abc$", "abc", true)]
    [InlineData("^abc$", "abc\n", false)]
    [InlineData("^abc$", "ABC", false)]
    [InlineData("", "anything", true)]
    [InlineData("^$", "", true)]
    [InlineData("^$", "a", false)]
    [InlineData("^", "a", true)]
    [InlineData("$", "a", true)]
    public void IsMatch_Literal_FindsTextWhereAnchorsAllow(string pattern, string text, bool expected) =>
        LiteralPattern.TryRead(pattern, 1000).ShouldNotBeNull().IsMatch(text).ShouldBe(expected);

    [Theory]
    [InlineData("a.b")]
    [InlineData("a*")]
    [InlineData("^^a")]
    [InlineData("a$$")]
    [InlineData("a|b")]
    [InlineData("\\d")]
    [InlineData("ä")]
    [InlineData("(a)")]
    [InlineData("a{2}")]
    [InlineData("[a]")]
    public void TryRead_Operators_IsNone(string pattern) => LiteralPattern.TryRead(pattern, 1000).ShouldBeNull();

    [Fact]
    public void TryRead_LongerThanAllowed_IsNone() => LiteralPattern.TryRead("^abcd", 3).ShouldBeNull();
}
