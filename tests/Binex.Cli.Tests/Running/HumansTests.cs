using Binex.Cli.Running;
using Binex.Cli.Tests.Processes;
using Binex.Engine.Humans;

namespace Binex.Cli.Tests.Running;

public sealed class HumansTests
{
    [Fact]
    public async Task AskAsync_AfterAQuestionThatWasGivenUp_GetsTheLineThatIsTypedThen()
    {
        var lines = new TypedLines();
        var console = new FakeConsole { In = lines, IsInTerminal = true };
        using var humans = new Cli.Running.Humans(new RunOptions(), new CliContext(console, _ => null, "/", TimeProvider.System), mayAsk: true);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<OperationCanceledException>(() => humans.AskAsync(new HumanQuestion("first", true, "Do you?", ""), deadline.Token));

        var second = humans.AskAsync(new HumanQuestion("second", true, "Do you?", ""), TestContext.Current.CancellationToken);
        lines.Type("n");
        lines.Type("all of it");

        (await second.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ShouldBe(new HumanAnswer("terminal", false, "all of it"));
    }
}
