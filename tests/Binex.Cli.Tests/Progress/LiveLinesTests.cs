using Binex.Cli.Progress;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Validation;
using Spectre.Console;

namespace Binex.Cli.Tests.Progress;

public sealed class LiveLinesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(40, 10)]
    [InlineData(60, 24)]
    [InlineData(100, 40)]
    [InlineData(200, 100)]
    public void Draw_SixtyNodes_FitsTheWindowAndShowsWhatRuns(int width, int height)
    {
        var workflow = Workflow(60);
        var tally = new RunTally();
        for (var i = 0; i < 50; i++)
        {
            tally.Apply(new JournalEntry((2 * i) + 1, Start, new NodeStarted($"node-with-a-long-name-{i}", 1)));
            if (i < 48)
            {
                tally.Apply(new JournalEntry((2 * i) + 2, Start.AddSeconds(1), new NodeSkipped($"node-with-a-long-name-{i}", 1, "no")));
            }
        }

        var lines = new LiveLines(workflow).Draw(tally, width, height, Start.AddSeconds(75), 3).ConvertAll(Markup.Remove);

        lines.Count.ShouldBeLessThan(height);
        lines.ShouldAllBe(line => line.Length <= width);
        lines.Count(line => line.Contains("running", StringComparison.Ordinal)).ShouldBe(2);
        lines[0].ShouldContain("running");
        lines[^1].ShouldContain("48/60 nodes");
        lines.ShouldContain(line => line.Contains(" more nodes", StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_OverTime_KeepsItsColumns()
    {
        var workflow = Workflow(3);
        var tally = new RunTally();
        var view = new LiveLines(workflow);
        tally.Apply(new JournalEntry(1, Start, new NodeStarted("node-with-a-long-name-0", 1)));
        var before = view.Draw(tally, 80, 24, Start.AddSeconds(0.2), 0).ConvertAll(Markup.Remove);
        var after = view.Draw(tally, 80, 24, Start.AddSeconds(59), 1).ConvertAll(Markup.Remove);

        before[0].IndexOf("running", StringComparison.Ordinal).ShouldBe(after[1].IndexOf("pending", StringComparison.Ordinal));
        before[0].ShouldEndWith("       0.2 s");
        after[0].ShouldEndWith("      59.0 s");
        before[0].Length.ShouldBe(after[0].Length);
    }

    [Theory]
    [InlineData("The answer is 42.", "The answer is 42.")]
    [InlineData("[red]no markup[/]", "[red]no markup[/]")]
    [InlineData("\u001b[2Jgone", "gone")]
    [InlineData("日本語日本語日本語日本語日本語日本語日本語日本語", "…")]
    [InlineData("the beginning of a line that is far longer than the window has room for, and its end", "and its end")]
    public void Draw_ModelThatWrites_ShowsTheEndOfItsLine(string said, string expected)
    {
        var workflow = Workflow(1);
        var tally = new RunTally();
        tally.Apply(new JournalEntry(1, Start, new NodeStarted("node-with-a-long-name-0", 1)));
        tally.Say("node-with-a-long-name-0", said);
        tally.Say("nobody", "lost");

        var line = Markup.Remove(new LiveLines(workflow).Draw(tally, 90, 24, Start.AddSeconds(2), 0)[0]);

        line.ShouldContain(expected);
        new Spectre.Console.Rendering.Segment(line).CellCount().ShouldBeLessThan(90);
        line.ShouldNotContain("\u001b");

        tally.Apply(new JournalEntry(2, Start.AddSeconds(3), new NodeSkipped("node-with-a-long-name-0", 1, "no")));
        new LiveLines(workflow).Draw(tally, 90, 24, Start.AddSeconds(4), 0)[0].ShouldNotContain(expected);
    }

    private static Workflow Workflow(int nodes)
    {
        var text = "name: many\nnodes:\n" + string.Concat(Enumerable.Range(0, nodes).Select(i => $"  node-with-a-long-name-{i}: {{ agent: local://noop }}\n"));
        return WorkflowLoader.LoadText("many.yaml", text, new LoadOptions()).Workflow!;
    }
}
