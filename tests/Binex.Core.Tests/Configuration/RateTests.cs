using Binex.Core.Configuration;

namespace Binex.Core.Tests.Configuration;

public sealed class RateTests
{
    [Theory]
    [InlineData("500/m", 500, 60)]
    [InlineData("10/s", 10, 1)]
    [InlineData(" 200000 / h ", 200000, 3600)]
    [InlineData("1/d", 1, 86400)]
    public void Parse_Rate_IsRead(string text, long count, int seconds) => Rate.Parse(text).ShouldBe(new Rate(count, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("500")]
    [InlineData("/m")]
    [InlineData("0/m")]
    [InlineData("-5/m")]
    [InlineData("1.5/m")]
    [InlineData("5/week")]
    [InlineData("5/m/s")]
    [InlineData("99999999999999999999/m")]
    public void Parse_AnythingElse_IsNull(string text) => Rate.Parse(text).ShouldBeNull();
}
