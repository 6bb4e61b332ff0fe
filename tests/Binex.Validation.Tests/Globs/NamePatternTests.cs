using Binex.Validation.Globs;

namespace Binex.Validation.Tests.Globs;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("*", "")]
    [InlineData("*", "flow.yaml")]
    [InlineData("*.yaml", "flow.yaml")]
    [InlineData("f*w.y*", "flow.yaml")]
    [InlineData("fl?w.yaml", "flow.yaml")]
    [InlineData("[a-f]low.yaml", "flow.yaml")]
    [InlineData("[!a-e]low.yaml", "flow.yaml")]
    [InlineData("[^0-9]low.yaml", "flow.yaml")]
    [InlineData("[[:lower:]]low.yaml", "flow.yaml")]
    [InlineData("[]x]", "]")]
    [InlineData("[a-]", "-")]
    [InlineData("\\*", "*")]
    [InlineData("a[\\]]b", "a]b")]
    [InlineData("**", "x")]
    public void Matches_NameThatFits(string pattern, string name) => new NamePattern(pattern).Matches(name).ShouldBeTrue();

    [Theory]
    [InlineData("*.yaml", "flow.yml")]
    [InlineData("?", "")]
    [InlineData("?", "ab")]
    [InlineData("[a-f]", "g")]
    [InlineData("[[:digit:]]", "x")]
    [InlineData("\\*", "x")]
    [InlineData("[a", "a")]
    [InlineData("[a", "[a")]
    [InlineData("a\\", "a")]
    [InlineData("", "a")]
    public void Matches_NameThatDoesNot(string pattern, string name) => new NamePattern(pattern).Matches(name).ShouldBeFalse();

    [Fact]
    public void Matches_ManyStarsOverALongName_EndsSoon() =>
        new NamePattern(string.Concat(Enumerable.Repeat("a*", 200)) + "b").Matches(new string('a', 20_000)).ShouldBeFalse();
}
