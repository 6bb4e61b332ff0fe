using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

public sealed class ResumeTests
{
    [Fact]
    public async Task Resume_AfterFailure_RunsOnlyWhatHasNotCompleted()
    {
        using var binex = new BinexHere();
        var path = binex.Write("flaky.yaml", """
            name: flaky
            nodes:
              first: { agent: local://template, inputs: { template: kept } }
              flaky: { agent: local://fail, depends_on: [first], inputs: { message: the warehouse is closed } }
            """);
        (await binex.RunAsync("run", path)).ShouldExit(1);

        var resumed = (await binex.RunAsync("resume", "latest")).ShouldExit(1);

        resumed.Error.ShouldContain("the warehouse is closed");
        resumed.Error.ShouldNotContain("first", Case.Sensitive, "what had completed ran again");
    }

    [Fact]
    public async Task Resume_AfterRefusalWithAHigherBudget_Completes()
    {
        using var binex = new BinexHere();
        var path = binex.Write("over.yaml", Samples.OverBudget);
        (await binex.RunAsync("run", path, "--simulate")).ShouldExit(3).Out.ShouldContain("budget");

        (await binex.RunAsync("resume", "latest")).ShouldExit(3);
        var resumed = (await binex.RunAsync("resume", "latest", "--budget", "0.10", "--format", "json")).ShouldExit(0);

        resumed.Json.GetProperty("status").GetString().ShouldBe("completed");
        resumed.Json.GetProperty("simulated").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Resume_WrongOption_SaysWhatIsWrongWithIt()
    {
        using var binex = new BinexHere();
        (await binex.RunAsync("run", binex.Write("failing.yaml", Samples.FailsTwice))).ShouldExit(1);

        (await binex.RunAsync("resume", "latest", "--budget", "lots")).ShouldFail(2, "--budget", "lots");
        (await binex.RunAsync("resume", "latest", "--report", "page.pdf")).ShouldFail(2, "page.pdf", ".html");
    }

    [Fact]
    public async Task Resume_SecretVariable_MustBeGivenAgain()
    {
        using var binex = new BinexHere();
        var path = binex.Write("secret.yaml", """
            name: secret
            vars: { token: { secret: true, required: true } }
            nodes:
              a: { agent: local://fail, inputs: { message: "no", token: "${user.token}" } }
            """);
        (await binex.RunAsync("run", path, "--var", "token=canary-7f3a")).ShouldExit(1);

        (await binex.RunAsync("resume", "latest")).ShouldFail(2, "'token' has no value", "--var token=VALUE");
        (await binex.RunAsync("resume", "latest", "--var", "token=canary-7f3a")).ShouldExit(1);
    }
}
