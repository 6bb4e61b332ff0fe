using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Expressions;
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
    public void Build_AtAnotherAddress_IsTheBoundOfThere()
    {
        var builder = new WorkflowBuilder()
            .Node("own", "llm://plain", prompt: "Hi", attempts: 1)
            .Node("elsewhere", "llm://plain", prompt: "Hi", attempts: 1, change: node => node with { Model = node.Model with { ApiBase = TextTemplate.Parse("${env.GATEWAY}") } })
            .Node("fallback", "llm://plain", prompt: "Hi", attempts: 1, change: node => node with
            {
                Model = node.Model with { ApiBase = TextTemplate.Parse("http://localhost") },
                Fallbacks = ["other/free"],
            });
        var prices = new FixedPrices(Plain, new ModelPrice("other/free", "other", new PriceRates(1, 10)));

        var plan = PlanBuilder.Build(builder.Build(), prices, new AddressBounds(), new Dictionary<string, JsonElement>());

        plan.Nodes.Select(node => node.InputTokens).ShouldBe([100, 5_000, 5_000]);
        plan.Nodes[2].Worst.Select(group => (group.Bound.Model, group.Bound.InputTokens)).ShouldBe([("other/free", 100L), ("plain", 5_000L)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{a:1}", 100_000)]
    [InlineData("""{"a": 1}""", 18)]
    public void Build_TextThatIsKeptAsJson_IsKnownWhereNothingNeedsMending(string text, long tokens) =>
        Plan(new WorkflowBuilder()
            .Node("up", "local://template", inputs: [("template", text)], change: node => node with { Outputs = [new OutputDeclaration("output", OutputType.Json)] })
            .Node("a", "llm://plain", prompt: "${up.output}")).Nodes[1].InputTokens.ShouldBe(tokens);

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
    public void Build_NodeWithoutPrompt_IsBoundedByTheMessageThatIsMadeForIt()
    {
        var plan = Plan(new WorkflowBuilder()
            .Node("about", "local://template", inputs: [("template", "bees")])
            .Node("alone", "llm://plain", attempts: 1)
            .Node("told", "llm://plain", ["about"], inputs: [("tone", "kind")], attempts: 1)
            .Node("asked", "llm://plain", ["told"], inputs: [("tone", "kind")], attempts: 1));

        plan.Nodes[1].InputTokens.ShouldBe(10 + "There is no input. Follow your instructions.".Length);
        plan.Nodes[2].InputTokens.ShouldBe(10 + "tone: kind\n\nInput from about:\nbees".Length);
        plan.Nodes[3].InputTokens.ShouldBe(100_000);
    }

    [Fact]
    public void Build_AnswerWithASchema_IsKnownTheFirstTimeAndFillsTheContextWindowWhenItIsAskedAgain()
    {
        var node = WorkflowBuilder.NodeOf("a", "llm://plain", prompt: "Hi", maxTokens: 100, change: node => node with { OutputSchema = JsonElement.Parse("{}") });
        var plan = Plan(new WorkflowBuilder().Node(node));
        var first = 12 + 10 + "Answer with one JSON value and nothing else. It must satisfy this JSON Schema:\n{}".Length;

        plan.Nodes[0].Input.Max.ShouldBe(first + 200_000);
        plan.Bounds.Max.ShouldBe(new Money((first / 1_000_000m) + 0.2m + 0.003m));
        Plan(new WorkflowBuilder().Node(node with { Retry = new RetryPolicy { MaxAttempts = 3, On = [Core.Runs.FailureKind.Server] } }))
            .Nodes[0].Input.Max.ShouldBe(first * 3);
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
        (Plan(new WorkflowBuilder().Node("a", "llm://free", prompt: "${env.X}")).Bounds with { Basis = null }).ShouldBe(PlanBounds.Zero);

    [Fact]
    public void Build_ModelWithoutPrice_IsNamedWithItsNodesAndHasNoMax()
    {
        var plan = Plan(new WorkflowBuilder().Node("a", "llm://new", prompt: "Hi").Node("b").Node("c", "llm://new", prompt: "Hi"));

        plan.Unpriced.Single().Model.ShouldBe("new");
        plan.Unpriced.Single().Nodes.ShouldBe(["a", "c"]);
        plan.Bounds.Max.ShouldBeNull();
    }

    [Fact]
    public void Build_FallbackWithoutTheFee_MayBeAllThatACompletedRunCosts()
    {
        var node = WorkflowBuilder.NodeOf("a", "llm://paid-by-call", prompt: "Hi", maxTokens: 100, change: node => node with { Fallbacks = ["free"] });

        Plan(new WorkflowBuilder().Node(node)).Bounds.Min.ShouldBe(Money.Zero);
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
        plan.Nodes[0].Input.Max.ShouldBe(12 + 300_000, "but not the first time");
        plan.Nodes[1].Input.Max.ShouldBe((4 * 12) + 200_000, "nor where another loop comes by");
        plan.Nodes[2].InputTokens.ShouldBe(12);
    }

    [Fact]
    public void Build_AgentWithAnEstimate_CostsThatForEachAttempt()
    {
        var node = WorkflowBuilder.NodeOf("a", "a2a://host", attempts: 2, change: node => node with { CostEstimate = new Money(0.05m) });

        Plan(new WorkflowBuilder().Node(node)).Nodes[0].Bounds.ShouldBe(new PlanBounds(Money.Zero, new Money(0.05m), new Money(0.10m)) { Basis = "its author's estimate" });
    }

    [Fact]
    public void Build_AgentNobodyKnowsTheCostOf_HasNoMaxAndSaysWhatToWrite()
    {
        var plan = Plan(new WorkflowBuilder().Node("a", "a2a://host").Node("b", "llm://plain", prompt: "Hi"));

        plan.Bounds.Max.ShouldBeNull();
        plan.Bounds.Expected.ShouldBeNull();
        plan.Dominant.ShouldBe("a");
        plan.Nodes[0].Notes.Single().ShouldContain("cost.estimate");
    }

    [Fact]
    public void Build_MoreCallsThanTheGuardLetsThrough_CountsThoseThatCanBeLongest()
    {
        var builder = new WorkflowBuilder()
            .Node("a", "llm://plain", prompt: "Hi", maxTokens: 100, attempts: 1)
            .Node("b", dependsOn: ["a"], backEdge: WorkflowBuilder.BackTo("a", max: 60));
        var plan = Plan(builder);

        plan.Nodes[0].Calls.Max.ShouldBe(50);
        plan.Nodes[0].Input.Max.ShouldBe(50 * 100_000);
        plan.Nodes[0].Notes.ShouldContain(note => note.Contains("budget.max_calls"));
    }

    [Fact]
    public void Build_MinimumBudget_IsTheLargestHoldOfAFirstCallThatAlwaysHappens()
    {
        var builder = new WorkflowBuilder()
            .Node("a", "llm://plain", prompt: "Hi", maxTokens: 1_000)
            .Node("b", "llm://plain", prompt: "Hi", maxTokens: 100)
            .Node("c", "llm://plain", prompt: "Hello, this is longer", when: "${user.x}");

        // 12 tokens of the request, and 256 of the answer: the least to which its limit is lowered.
        Plan(builder).MinimumBudget.ShouldBe(new Money(0.000012m + 0.00256m));
        Plan(builder.Budget(1, change: budget => budget with { Shrink = false })).MinimumBudget.ShouldBe(new Money(0.000012m + 0.01m));
    }

    [Fact]
    public void Build_PastRuns_SayWhatIsExpected()
    {
        var builder = new WorkflowBuilder().Node("a", "llm://plain", prompt: "Hi", maxTokens: 1_000).Node("b", "llm://plain", prompt: "Hi");
        var past = new NodeHistory(4, new Money(0.002m), 2, 24, 150) { Model = "plain" };

        var plan = PlanBuilder.Build(builder.Build(), Prices, new ByteBounds(), new Dictionary<string, JsonElement>(), new FixedHistory(4, ("a", past)));

        plan.Nodes[0].Bounds.Expected.ShouldBe(new Money(0.002m));
        plan.Nodes[0].Calls.Expected.ShouldBe(2);
        plan.Nodes[0].Bounds.Basis.ShouldBe("the median of 4 past runs");
        plan.Nodes[1].Bounds.Basis.ShouldStartWith("one call for each node");
    }

    [Fact]
    public void Build_PastRunsOfAnotherModel_AreTakenAtThePricesOfThisOne()
    {
        var past = new NodeHistory(1, new Money(9m), 1, 12, 500) { Model = "other" };

        var plan = PlanBuilder.Build(
            new WorkflowBuilder().Node("a", "llm://plain", prompt: "Hi", maxTokens: 100).Build(), Prices, new ByteBounds(), new Dictionary<string, JsonElement>(),
            new FixedHistory(1, ("a", past)));

        // Three attempts of at most 100 tokens.
        plan.Nodes[0].Bounds.Expected.ShouldBe(new Money(0.000012m + 0.003m));
        plan.Nodes[0].Bounds.Basis.ShouldBe("the median of 1 past run, its tokens at today's prices");
    }

    private static Core.Plans.Plan Plan(WorkflowBuilder builder, params (string Name, string Value)[] variables) => PlanBuilder.Build(
        builder.Build(), Prices, new ByteBounds(), variables.ToDictionary(variable => variable.Name, variable => JsonSerializer.SerializeToElement(variable.Value)));
}
