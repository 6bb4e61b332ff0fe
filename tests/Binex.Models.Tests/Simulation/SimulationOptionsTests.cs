using Binex.Models.Simulation;

namespace Binex.Models.Tests.Simulation;

public sealed class SimulationOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    public void TryParse_Nothing_IsTheDefaults(string? text)
    {
        SimulationOptions.TryParse(text, out var options, out var problem).ShouldBeTrue(problem);

        options.ShouldBe(new SimulationOptions());
    }

    [Fact]
    public void TryParse_EverySetting_IsRead()
    {
        SimulationOptions.TryParse(
            "latency=200ms, Rate-Limit = 0.1,error=.05,network=0,retry-after=1.5s,seed=-7,output-tokens=500", out var options, out var problem)
            .ShouldBeTrue(problem);

        options.ShouldBe(new SimulationOptions
        {
            Latency = TimeSpan.FromMilliseconds(200),
            RateLimit = 0.1,
            Error = 0.05,
            RetryAfter = TimeSpan.FromSeconds(1.5),
            Seed = -7,
            OutputTokens = 500,
        });
    }

    [Theory]
    [InlineData("latncy=200ms", "'latncy' is no setting of the simulator; did you mean 'latency'?")]
    [InlineData("zzzzzzzz", "'zzzzzzzz' is no setting of the simulator; there are latency, rate-limit, error, network, retry-after, seed, output-tokens")]
    [InlineData("latency", "'latency' has no value; it takes a time of at most an hour, such as 200ms, 2s or 1m")]
    [InlineData("latency=200", "'latency=200': latency takes a time of at most an hour, such as 200ms, 2s or 1m")]
    [InlineData("latency=9999h", "'latency=9999h': latency takes a time of at most an hour, such as 200ms, 2s or 1m")]
    [InlineData("latency=100000000s", "'latency=100000000s': latency takes a time of at most an hour, such as 200ms, 2s or 1m")]
    [InlineData("rate-limit=2", "'rate-limit=2': rate-limit takes a share from 0 to 1, such as 0.1")]
    [InlineData("error=NaN", "'error=NaN': error takes a share from 0 to 1, such as 0.1")]
    [InlineData("seed=x", "'seed=x': seed takes a whole number")]
    [InlineData("output-tokens=0", "'output-tokens=0': output-tokens takes a whole number above 0")]
    [InlineData("error=0.7,network=0.7", "the shares rate-limit, error and network are more than 1 together; a call ends in one way only")]
    public void TryParse_WhatCannotBeRead_SaysWhatIsWrong(string text, string expected)
    {
        SimulationOptions.TryParse(text, out var options, out var problem).ShouldBeFalse();

        problem.ShouldBe(expected);
        options.ShouldBe(new SimulationOptions());
    }
}
