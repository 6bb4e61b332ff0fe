using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Plans;
using Binex.Core.Prices;
using Binex.Core.Workflows;
using Binex.Testing.Workflows;

namespace Binex.Core.Tests.Plans;

public sealed class PlanBuilderTests
{
    // 1 and 10 dollars per million tokens; answers of at most 2,000 tokens.
    private static readonly ModelPrice Plain = new("plain", "p", new PriceRates(1, 10)) { MaxInputTokens = 100_000, MaxOutputTokens = 2_000 };
    private static readonly FixedPrices Prices = new(
        Plain,
        new ModelPrice("tiered", "p", new PriceRates(1, 10)) { MaxInputTokens = 500_000, Tiers = [new PriceTier(200_000, new PriceRates(2, 15))] },
        new ModelPrice("endless", "p", new PriceRates(1, 10)),
        new ModelPrice("paid-by-call", "p", new PriceRates(0, 0)) { PerRequest = 0.01m, MaxInputTokens = 1_000 },
        new ModelPrice("free", "p", new PriceRates(0, 0)));

    [Fact]
    public void Build_KnownPrompt_IsTheBoundOfTheVeryRequestTimesItsAttempts()
    {
        var plan = Plan(new WorkflowBuilder().Node("a", "llm://plain", prompt: "Hello, ${user.name}!", system: "Be kind.", maxTokens: 100), ("name", "Ärzte"));

        // 10 + 8 bytes, and 10 + 14 bytes: the Ä has two.
        plan.Nodes[0].InputTokens.ShouldBe(42);
        plan.Nodes[0].OutputTokens.ShouldBe(100);
        plan.Nodes[0].Calls.ShouldBe(new PlanCalls(1, 1, 3));
        plan.Bounds.Max.ShouldBe(new Money(3 * (0.000042m + 0.001m)));
        plan.Bounds.Expected.ShouldBe(new Money(0.000042m + 0.0005m));
        plan.Bounds.Min.ShouldBe(Money.Zero);
        plan.Nodes[0].Share.ShouldBe(1);
    }

    [Fact]
    public void Build_OutputLimitAboveTheModels_IsTheModels() =>
        Plan(new WorkflowBuilder().Node("a", "llm://plain", prompt: "Hi", attempts: 1)).Bounds.Max.ShouldBe(new Money(0.000012m + 0.02m));

    [Theory]
    [InlineData("${up.output}")]
    [InlineData("${env.HOME}")]
    [InlineData("${env.HOME:-short}")]
    [InlineData("${run.id}")]
    [InlineData("${user.unknown}")]
    [InlineData("${human.output}")]
    public void Build_PromptThatReadsSomethingUnknown_FillsTheContextWindow(string prompt)
    {
        var plan = Plan(new WorkflowBuilder().Node("up", "llm://free", prompt: "Hi").Node("human", "human://input")
            .Node("a", "llm://plain", prompt: prompt, maxTokens: 100, attempts: 1));

        plan.Nodes[2].InputTokens.ShouldBe(100_000);
        plan.Bounds.Max.ShouldBe(new Money(0.1m + 0.001m));
        plan.Assumptions.ShouldContain("A request that is longer than the model's context window is refused by its provider without a charge.");
    }

    [Fact]
    public void Build_NothingSaysWhatIsAsked_FillsTheContextWindow()
    {
        var withSchema = WorkflowBuilder.NodeOf("c", "llm://plain", prompt: "Hi", change: node => node with { OutputSchema = JsonElement.Parse("{}") });
        var plan = Plan(new WorkflowBuilder().Node("a", "llm://plain").Node("b", "llm://plain", prompt: "Hi", outputs: ["x", "y"]).Node(withSchema));

        plan.Nodes.Select(node => node.InputTokens).ShouldBe([100_000L, 100_000L, 100_000L]);
    }

    [Fact]
    public void Build_UnknownPromptAndTier_TakesTheTiersRates() =>
        Plan(new WorkflowBuilder().Node("a", "llm://tiered", prompt: "${env.X}", maxTokens: 1_000, attempts: 1)).Bounds.Max.ShouldBe(new Money(1m + 0.015m));

    [Fact]
    public void Build_UnknownPromptAndWindow_HasNoMaxUnlessCapped()
    {
        var builder = new WorkflowBuilder().Node("a", "llm://endless", prompt: "${env.X}").Node("b", "llm://plain", prompt: "Hi", maxTokens: 1, attempts: 1);

        Plan(builder).Bounds.Max.ShouldBeNull();
        Plan(builder).Capped.ShouldBe(WorkflowBudget.DefaultMaxCost);
        Plan(builder.Budget()).Capped.ShouldBeNull();
        Plan(builder).Nodes[1].Share.ShouldBeNull();
    }

    [Fact]
    public void Build_NodeAndRunCaps_LowerWhatIsCapped()
    {
        var capped = WorkflowBuilder.NodeOf("a", "llm://endless", prompt: "${env.X}", change: node => node with { Budget = new BudgetCaps { MaxCost = new Money(0.3m) } });
        var builder = new WorkflowBuilder().Node(capped).Node("b", "llm://paid-by-call", prompt: "Hi", attempts: 2);

        Plan(builder).Capped.ShouldBe(new Money(0.32m));
        Plan(builder.Budget(0.31m)).Capped.ShouldBe(new Money(0.31m));
        Plan(builder.Budget(0.31m, change: budget => budget with { Policy = BudgetPolicy.Warn })).Capped.ShouldBeNull();
    }

    [Fact]
    public void Build_FreeModel_CostsNothingHoweverLongTheRequest() =>
        Plan(new WorkflowBuilder().Node("a", "llm://free", prompt: "${env.X}")).Bounds.ShouldBe(PlanBounds.Zero);

    [Fact]
    public void Build_ModelWithoutPrice_IsNamedWithItsNodesAndHasNoMax()
    {
        var plan = Plan(new WorkflowBuilder().Node("a", "llm://new", prompt: "Hi").Node("b").Node("c", "llm://new", prompt: "Hi"));

        plan.Unpriced.Single().Model.ShouldBe("new");
        plan.Unpriced.Single().Nodes.ShouldBe(["a", "c"]);
        plan.Bounds.Max.ShouldBeNull();
    }

    [Fact]
    public void Build_FeePerRequest_IsTheLeastThatACompletedRunCosts()
    {
        var plan = Plan(new WorkflowBuilder().Node("a", "llm://paid-by-call", prompt: "Hi").Node("b", "llm://paid-by-call", prompt: "Hi", when: "${user.x}"));

        plan.Bounds.Min.ShouldBe(new Money(0.01m));
        plan.Bounds.Max.ShouldBe(new Money(0.06m));
    }

    [Fact]
    public void Build_LocalNodesOfKnownTexts_AreSeenThrough()
    {
        var plan = Plan(
            new WorkflowBuilder().Node("t", "local://template", inputs: [("template", "about ${user.x}")]).Node("s", "local://select", inputs: [("value", "${t.output}!")])
                .Node("a", "llm://plain", prompt: "Write ${s.output}", maxTokens: 1, attempts: 1),
            ("x", "bees"));

        plan.Nodes[2].InputTokens.ShouldBe(10 + "Write about bees!".Length);
    }

    [Fact]
    public void Build_LocalNodesThatDoubleATextManyTimes_AreGivenUpSoon()
    {
        var builder = new WorkflowBuilder().Node("n0", "local://template", inputs: [("template", "${user.x}")]);
        for (var i = 1; i < 60; i++)
        {
            builder.Node($"n{i}", "local://template", inputs: [("template", $"${{n{i - 1}.output}}${{n{i - 1}.output}}")]);
        }

        builder.Node("a", "llm://plain", prompt: "${n59.output}");

        Plan(builder, ("x", "bees")).Nodes[60].InputTokens.ShouldBe(100_000);
        Plan(builder).Nodes[60].InputTokens.ShouldBe(100_000);
    }

    [Fact]
    public void Build_LoopsInsideLoops_AddTheirIterationsUp()
    {
        var plan = Plan(new WorkflowBuilder()
            .Node("plan", "llm://plain", prompt: "Hi", attempts: 1)
            .Node("draft", "llm://plain", ["plan"], prompt: "Hi", attempts: 1)
            .Node("review", "llm://plain", ["draft"], prompt: "Hi", attempts: 1, backEdge: WorkflowBuilder.BackTo("draft", max: 3))
            .Node("judge", "llm://plain", ["review"], prompt: "Hi", attempts: 2, backEdge: WorkflowBuilder.BackTo("plan", max: 4))
            .Node("after", "llm://plain", ["judge", "outside"], prompt: "Hi", attempts: 1)
            .Node("outside"));

        plan.Nodes.Select(node => node.Calls.Max).ShouldBe([4L, 6L, 6L, 12L, 1L, 0L]);
        plan.Nodes[0].InputTokens.ShouldBe(100_000, "feedback is added to what a loop goes back to");
        plan.Nodes[2].InputTokens.ShouldBe(12);
    }

    [Fact]
    public void Build_AgentWithAnEstimate_CostsThatForEachAttempt()
    {
        var node = WorkflowBuilder.NodeOf("a", "a2a://host", attempts: 2, change: node => node with { CostEstimate = new Money(0.05m) });

        Plan(new WorkflowBuilder().Node(node)).Bounds.ShouldBe(new PlanBounds(Money.Zero, new Money(0.05m), new Money(0.10m)));
    }

    private static Core.Plans.Plan Plan(WorkflowBuilder builder, params (string Name, string Value)[] variables) => PlanBuilder.Build(
        builder.Build(), Prices, new ByteBounds(), variables.ToDictionary(variable => variable.Name, variable => JsonSerializer.SerializeToElement(variable.Value)));
}
