using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Prices;
using Binex.Core.Workflows;
using Binex.Testing.Workflows;

namespace Binex.Core.Tests.Plans;

public sealed class PlanDiffTests
{
    private static readonly FixedPrices Prices = new(
        new ModelPrice("small", "p", new PriceRates(1, 10)) { MaxInputTokens = 1_000 }, new ModelPrice("large", "p", new PriceRates(2, 20)) { MaxInputTokens = 1_000 });

    [Fact]
    public void Between_ItselfAndItself_HasNoChanges()
    {
        var difference = Between(Base(), Base());

        difference.Changes.ShouldBeEmpty();
        difference.Max.ShouldBe(Money.Zero);
        difference.Nodes.Count.ShouldBe(2);
    }

    [Fact]
    public void Between_EverySetting_SaysWhatChanged()
    {
        Reasons(node => node with { Agent = new AgentUri("llm", "large") }).ShouldBe(["model small → large"]);
        Reasons(node => node with { Model = node.Model with { MaxTokens = 2_000 } }).ShouldBe(["max_tokens 100 → 2,000"]);
        Reasons(node => node with { Retry = new RetryPolicy { MaxAttempts = 3 } }).ShouldBe(["attempts 1 → 3"]);
        Reasons(node => node with { OutputSchema = JsonElement.Parse("{}") })[^1].ShouldBe("its answer must satisfy a schema now");
        Reasons(node => node with { When = Core.Expressions.Expression.Parse("${user.x} == 'y'") }).ShouldBe(["it has a condition now"]);
        Reasons(node => node with { Model = node.Model with { Temperature = 0.5 } }).ShouldBe(["its settings changed"]);
        Reasons(node => node with { Prompt = Core.Expressions.TextTemplate.Parse("Write a line of verse") }).ShouldBe(["prompt grew by 9 tokens (bound)"]);
        Reasons(node => node with { Prompt = Core.Expressions.TextTemplate.Parse("Write a song") }).ShouldBe(["prompt changed"]);
        Reasons(node => node with { Prompt = Core.Expressions.TextTemplate.Parse("Write") }).ShouldBe(["prompt shrank by 7 tokens (bound)"]);
    }

    [Fact]
    public void Between_NewLoop_SaysHowOftenItsNodesMayRun()
    {
        var after = new WorkflowBuilder().Node("a", "llm://small", prompt: "Write a line", maxTokens: 100, attempts: 1)
            .Node("b", "llm://small", ["a"], prompt: "Check", maxTokens: 100, attempts: 1, backEdge: WorkflowBuilder.BackTo("a", max: 4));

        var difference = Between(Base(), after);

        difference.Changes.Select(node => node.Reasons[0]).ShouldBe(["new loop: up to 4 executions", "new loop: up to 4 executions"]);
        difference.Max!.Value.Usd.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Between_AddedAndRemoved_CountInFull()
    {
        var after = new WorkflowBuilder().Node("a", "llm://small", prompt: "Write a line", maxTokens: 100, attempts: 1).Node("new", "llm://large", prompt: "Something else", attempts: 1);

        var difference = Between(Base(), after);

        difference.Nodes.Select(node => (node.Id, node.Change)).ShouldBe([("a", NodeChange.Unchanged), ("new", NodeChange.Added), ("b", NodeChange.Removed)]);
        difference.Nodes[1].Max.ShouldBe(difference.Nodes[1].Head!.Max);
        difference.Nodes[2].Max!.Value.ShouldBe(Money.Zero - difference.Nodes[2].Base!.Max!.Value);
        difference.Nodes.Aggregate(Money.Zero, (sum, node) => sum + node.Max!.Value).ShouldBe(difference.Max!.Value);
    }

    [Fact]
    public void Between_RenamedNode_IsRecognisedByItsContent_AndSoIsWhatNeedsIt()
    {
        var difference = Between(
            new WorkflowBuilder().Node("old", "llm://small", prompt: "Write a line").Node("b", "llm://small", ["old"], prompt: "Check ${old.output}"),
            new WorkflowBuilder().Node("fresh", "llm://small", prompt: "Write a line").Node("b", "llm://small", ["fresh"], prompt: "Check ${fresh.output}"));

        difference.Changes.Single().ShouldSatisfyAllConditions(
            node => node.Change.ShouldBe(NodeChange.Renamed), node => node.Id.ShouldBe("fresh"), node => node.FormerId.ShouldBe("old"), node => node.Reasons.ShouldBeEmpty());
    }

    [Fact]
    public void Between_RenamedNodeWithAnotherModel_IsRecognisedByItsPrompt()
    {
        var renamed = Between(
            new WorkflowBuilder().Node("old", "llm://small", prompt: "Write a line"), new WorkflowBuilder().Node("fresh", "llm://large", prompt: "Write a line")).Nodes.Single();

        renamed.FormerId.ShouldBe("old");
        renamed.Reasons.ShouldBe(["model small → large"]);
    }

    [Fact]
    public void Between_UnboundedHead_HasNoGrowthToShow()
    {
        var difference = Between(Base(), new WorkflowBuilder().Node("x", "a2a://host"));

        difference.Max.ShouldBeNull();
        difference.Nodes[0].Max.ShouldBeNull();
    }

    private static IReadOnlyList<string> Reasons(Func<Node, Node> change)
    {
        var after = new WorkflowBuilder().Node("a", "llm://small", prompt: "Write a line", maxTokens: 100, attempts: 1, change: change)
            .Node("b", "llm://small", ["a"], prompt: "Check", maxTokens: 100, attempts: 1);
        return Between(Base(), after).Nodes[0].Reasons;
    }

    private static WorkflowBuilder Base() => new WorkflowBuilder()
        .Node("a", "llm://small", prompt: "Write a line", maxTokens: 100, attempts: 1)
        .Node("b", "llm://small", ["a"], prompt: "Check", maxTokens: 100, attempts: 1);

    private static PlanDiff Between(WorkflowBuilder before, WorkflowBuilder after) => PlanDiff.Between(new CostSide("before", Plan(before)), new CostSide("after", Plan(after)));

    private static Plan Plan(WorkflowBuilder builder) => PlanBuilder.Build(builder.Build(), Prices, new ByteBounds(), new Dictionary<string, JsonElement>());
}
