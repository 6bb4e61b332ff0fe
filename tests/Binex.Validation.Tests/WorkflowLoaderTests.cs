using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.Validation.Files;

namespace Binex.Validation.Tests;

/// <summary>What a workflow means once it is loaded.</summary>
public sealed class WorkflowLoaderTests
{
    [Fact]
    public void LoadText_WithoutBudget_HasOneDollar()
    {
        var budget = Workflow("a: { agent: local://noop }").Budget;

        budget.Caps.MaxCost.ShouldBe(new Money(1.00m));
        budget.IsWritten.ShouldBeFalse();
        budget.Policy.ShouldBe(BudgetPolicy.Stop);
    }

    [Fact]
    public void LoadText_WithBudgetAsNumber_CapsMoneyOnly()
    {
        var workflow = Workflow("a: { agent: local://noop, budget: 0.25 }", "budget: 2.5");

        workflow.Budget.ShouldBe(new WorkflowBudget { Caps = new BudgetCaps { MaxCost = new Money(2.5m) }, IsWritten = true, WarnAt = workflow.Budget.WarnAt });
        workflow.Nodes[0].Budget.ShouldBe(new BudgetCaps { MaxCost = new Money(0.25m) });
    }

    [Fact]
    public void LoadText_WithBudgetWithoutMoney_KeepsTheDollar() =>
        Workflow("a: { agent: local://noop }", "budget: { max_calls: 5 }").Budget.Caps.ShouldBe(new BudgetCaps { MaxCost = new Money(1m), MaxCalls = 5 });

    [Fact]
    public void LoadText_WithWholeBudget_ReadsAll()
    {
        var budget = Workflow(
            "a: { agent: local://noop }",
            "budget: { max_cost: 3, policy: warn, max_tokens: 5000000000, max_calls: 7, max_duration: 90s, warn_at: [0.9, 0.1], unpriced: allow, fit: refuse }").Budget;

        budget.Caps.ShouldBe(new BudgetCaps { MaxCost = new Money(3m), MaxTokens = 5_000_000_000, MaxCalls = 7, MaxDuration = TimeSpan.FromSeconds(90) });
        budget.Policy.ShouldBe(BudgetPolicy.Warn);
        budget.AllowUnpriced.ShouldBeTrue();
        budget.Shrink.ShouldBeFalse();
        budget.WarnAt.ShouldBe([0.1m, 0.9m]);
    }

    [Fact]
    public void LoadText_WithDefaults_MergesThemIntoNodes()
    {
        var nodes = Workflow(
            """
            a: { agent: "llm://" }
            b: { agent: llm://gpt-4o, system_prompt: own, deadline: 5s, config: { temperature: 0, max_tokens: 9 }, retry_policy: { backoff: none } }
            c: { agent: local://echo, deadline_ms: 0 }
            """,
            "defaults: { model: gpt-4o-mini, system_prompt: shared, max_tokens: 700, min_output_tokens: 20, temperature: 0.5, deadline_ms: 1500, retry_policy: { max_attempts: 5 } }").Nodes;

        nodes[0].Agent.ShouldBe(new AgentUri("llm", "gpt-4o-mini"));
        nodes[0].SystemPrompt!.Source.ShouldBe("shared");
        nodes[0].Model.ShouldBe(new ModelSettings { Temperature = 0.5, FallbackMaxTokens = 700, MinOutputTokens = 20, Stop = nodes[0].Model.Stop });
        nodes[0].Deadline.ShouldBe(TimeSpan.FromMilliseconds(1500));
        nodes[0].Retry.MaxAttempts.ShouldBe(5);
        nodes[1].SystemPrompt!.Source.ShouldBe("own");
        nodes[1].Model.Temperature.ShouldBe(0);
        nodes[1].Model.MaxTokens.ShouldBe(9);
        nodes[1].Deadline.ShouldBe(TimeSpan.FromSeconds(5));
        nodes[1].Retry.MaxAttempts.ShouldBe(RetryPolicy.DefaultModelAttempts);
        nodes[2].SystemPrompt.ShouldBeNull();
        nodes[2].Deadline.ShouldBeNull();
    }

    [Theory]
    [InlineData("llm://gpt-4o", "", 3)]
    [InlineData("local://noop", "", 1)]
    [InlineData("local://noop", ", retry_policy: { max_attempts: 4 }", 4)]
    [InlineData("llm://gpt-4o", ", retry_policy: { max_retries: 2 }", 2)]
    [InlineData("llm://gpt-4o", ", retry_policy: { max_retries: 0 }", 1)]
    public void LoadText_Attempts_AreThoseOfTheAgentUnlessWritten(string agent, string policy, int attempts) =>
        Workflow($"a: {{ agent: {agent}{policy} }}").Nodes[0].Retry.MaxAttempts.ShouldBe(attempts);

    [Fact]
    public void LoadText_WithRetryPolicy_ReadsAll()
    {
        var retry = Workflow("a: { agent: llm://gpt-4o, retry_policy: { backoff: fixed, initial: 200ms, max: 1m, jitter: false, on: [timeout, tool] } }").Nodes[0].Retry;

        retry.Backoff.ShouldBe(BackoffKind.Fixed);
        retry.Initial.ShouldBe(TimeSpan.FromMilliseconds(200));
        retry.Max.ShouldBe(TimeSpan.FromMinutes(1));
        retry.Jitter.ShouldBeFalse();
        retry.On.ShouldBe([FailureKind.Timeout, FailureKind.Tool], ignoreOrder: true);
        retry.Covers(FailureKind.RateLimit).ShouldBeFalse();
    }

    [Fact]
    public void LoadText_WithRetryOnAny_CoversAll() =>
        Workflow("a: { agent: llm://gpt-4o, retry_policy: { on: [any] } }").Nodes[0].Retry.Covers(FailureKind.Agent).ShouldBeTrue();

    [Fact]
    public void LoadText_WithVariables_InfersTypes()
    {
        var variables = Workflow("a: { agent: local://noop }", "vars: { s: x, n: 1, b: true, j: [1], none: ~, e: { enum: [a, b] }, i: { type: integer, default: 2, secret: true, required: true } }").Variables;

        variables.Select(variable => (variable.Name, variable.Type)).ShouldBe(
        [
            ("s", VariableType.String), ("n", VariableType.Number), ("b", VariableType.Boolean), ("j", VariableType.Json),
            ("none", VariableType.String), ("e", VariableType.String), ("i", VariableType.Integer),
        ]);
        variables[4].Default.ShouldBeNull();
        variables[5].Allowed.Count.ShouldBe(2);
        variables[6].ShouldSatisfyAllConditions(integer => integer.Secret.ShouldBeTrue(), integer => integer.Required.ShouldBeTrue());
    }

    [Theory]
    [InlineData("", 8, null)]
    [InlineData("concurrency: 3", 8, 3)]
    [InlineData("concurrency: { default: 2, openai: 5 }", 2, null)]
    [InlineData("defaults: { concurrency: 4 }", 8, 4)]
    public void LoadText_WithConcurrency_ReadsBothForms(string root, int models, int? total)
    {
        var limits = Workflow("a: { agent: local://noop }", root).Concurrency;

        limits.Default.ShouldBe(models);
        limits.Total.ShouldBe(total);
    }

    [Fact]
    public void LoadText_OfReferences_ImpliesEdges()
    {
        var workflow = Workflow("b: { agent: llm://gpt-4o, prompt: '${a.output}' }\na: { agent: local://noop }");

        workflow.Graph.Edges.Predecessors(0).ToArray().ShouldBe([1]);
    }

    [Fact]
    public void LoadText_WithMergeKey_TakesWhatTheNodeDoesNotSay()
    {
        var node = Workflow("a: { <<: *base, prompt: own }", "x-base: &base { agent: llm://gpt-4o, prompt: shared, tags: [t] }").Nodes[0];

        node.Prompt!.Source.ShouldBe("own");
        node.Tags.ShouldBe(["t"]);
        node.Agent.Target.ShouldBe("gpt-4o");
    }

    [Fact]
    public void LoadText_FromSnapshot_GivesTheSameWorkflow()
    {
        const string Text = "name: demo\nnodes: { a: { agent: llm://gpt-4o, prompt: file://prompts/good.md } }\n";
        var first = Loading.Load(Text, folder: Repository.PathOf("tests", "Binex.Validation.Tests", "Cases", "prompt-files"));

        var again = WorkflowLoader.LoadText("workflow.yaml", Text, new LoadOptions { Files = new SnapshotWorkflowFiles(first.FilesRead) });

        first.FilesRead.Keys.ShouldBe(["prompts/good.md"]);
        again.Workflow.ShouldNotBeNull().Nodes[0].Prompt!.Source.ShouldBe("Say hello.\n");
    }

    [Fact]
    public void LoadText_FromSnapshotWithoutTheFile_IsAFinding()
    {
        const string Text = "name: demo\nnodes: { a: { agent: llm://gpt-4o, prompt: file://b.md } }\n";

        var result = WorkflowLoader.LoadText(
            "workflow.yaml", Text, new LoadOptions { Files = new SnapshotWorkflowFiles(new Dictionary<string, string> { ["a.md"] = "" }) });

        result.Diagnostics.ShouldHaveSingleItem().Hint.ShouldBe("did you mean 'a.md'?");
    }

    [Fact]
    public void LoadText_OfUnsupported_TellsThemToTheRun()
    {
        var result = Loading.Load("name: demo\nnodes: { a: { agent: exec://ls, cache: true } }\n");

        result.Workflow.ShouldNotBeNull();
        result.Unsupported.Select(feature => feature.Name).ShouldBe(["cache: true", "exec://"], ignoreOrder: true);
    }

    [Fact]
    public void LoadText_WithPluginScheme_AcceptsIt() => WorkflowLoader
        .LoadText("workflow.yaml", "name: demo\nnodes: { a: { agent: mine://x } }\n", new LoadOptions { PluginSchemes = ["mine"] }).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void LoadText_WithoutPrices_SaysNothingOfThem() => WorkflowLoader
        .LoadText("workflow.yaml", "name: demo\nnodes: { a: { agent: llm://no-such-model } }\n", new LoadOptions()).Diagnostics.ShouldBeEmpty();

    private static Workflow Workflow(string nodes, string root = "")
    {
        var text = $"name: demo\n{root}\nnodes:\n  {nodes.ReplaceLineEndings("\n  ")}\n";
        var result = Loading.Load(text);
        return result.Workflow.ShouldNotBeNull(result.Render());
    }
}
