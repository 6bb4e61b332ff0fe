using Binex.Cli.Commands;

namespace Binex.Cli.Tests.Commands;

public sealed class SimulateTests
{
    [Theory]
    [InlineData("run a.yaml --simulate", "run a.yaml --simulate")]
    [InlineData("run --simulate a.yaml", "run --simulate a.yaml")]
    [InlineData("run --simulate latency=1s a.yaml", "run --simulate=latency=1s a.yaml")]
    [InlineData("run a.yaml --simulate --var x=1", "run a.yaml --simulate --var x=1")]
    [InlineData("run a.yaml --simulate=seed=7", "run a.yaml --simulate=seed=7")]
    [InlineData("run a.yaml", "run a.yaml")]
    public void JoinValue_Arguments_JoinsOnlySettings(string arguments, string expected) =>
        string.Join(' ', Simulate.JoinValue(arguments.Split(' '))).ShouldBe(expected);

    [Fact]
    public void JoinValue_FileNameWithAnEqualsSign_StaysAFileName() =>
        string.Join(' ', Simulate.JoinValue(["run", "--simulate", "flows/a=b.yaml"])).ShouldBe("run --simulate flows/a=b.yaml");
}
