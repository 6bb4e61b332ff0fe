using System.Text.Json;
using Binex.Core.Plans;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Proofs;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Scenarios;

/// <summary>What a run costs lies between the least and the most that its plan says, and the most can be reached.</summary>
public sealed class PlanScenarios
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","required":["say"]}""");

    [Fact]
    public async Task Run_OfAnyWorkflow_CostsWhatItsPlanSays()
    {
        var (workflows, runs) = Proof.IsSoak ? (300, 20) : (40, 3);
        for (var seed = 0; seed < workflows; seed++)
        {
            var workflow = Make(new Random(seed));
            var plan = PlanOf(workflow);
            for (var i = 0; i < runs; i++)
            {
                var model = new AdversarialModel(id => workflow[id].Retry.MaxAttempts + workflow[id].Fallbacks.Count, i == 0 ? null : new Random((seed * 1_000) + i));
                var run = await RunAsync(workflow, model);

                ShouldLieWithin(plan, run, $"workflow {seed}, run {i}");
            }
        }
    }

    public static TheoryData<string> TightShapes => ["retries", "loop", "loop and retries", "schema repairs", "nested loops", "fees", "fallbacks"];

    /// <summary>A bound that no run can reach would be safe and of no use.</summary>
    [Theory]
    [MemberData(nameof(TightShapes))]
    public async Task Run_WhereAllGoesWrong_CostsExactlyTheMaxOfItsPlan(string shape)
    {
        var workflow = Tight(shape).Build();
        var plan = PlanOf(workflow);

        var run = await RunAsync(workflow, new AdversarialModel(id => workflow[id].Retry.MaxAttempts + workflow[id].Fallbacks.Count, null));

        run.Status.ShouldBe(RunStatus.Completed, string.Join('\n', run.Story));
        run.Cost.ShouldBe(plan.Bounds.Max!.Value.Usd);
        foreach (var node in plan.Nodes)
        {
            run.Of<CallSettled>(node.Id).Count.ShouldBe((int)node.Calls.Max, node.Id);
            run.Of<CallSettled>(node.Id).Sum(call => call.Spent.Cost.Usd).ShouldBe(node.Bounds.Max!.Value.Usd, node.Id);
        }
    }

    [Fact]
    public async Task Run_OfOneAttemptWithSeveralCalls_CountsThemAll()
    {
        // The first call of the first attempt is lost, its second breaks the schema, and the second attempt ends well.
        var workflow = new WorkflowBuilder().Budget().Node("a", "llm://acme/large", prompt: "Hi", maxTokens: 100, attempts: 4, change: node => node with { OutputSchema = Schema }).Build();
        var plan = PlanOf(workflow);

        for (var seed = 0; seed < 20; seed++)
        {
            ShouldLieWithin(plan, await RunAsync(workflow, new AdversarialModel(_ => 4, new Random(seed))), $"seed {seed}");
        }

        plan.Nodes[0].Calls.Max.ShouldBe(4);
    }

    private static WorkflowBuilder Tight(string shape)
    {
        var builder = new WorkflowBuilder().Budget();
        return shape switch
        {
            "retries" => builder.Node("a", "llm://acme/large", prompt: "Hi", maxTokens: 100, attempts: 4).Node("b", "llm://acme/large", prompt: "There", maxTokens: 50, attempts: 1),
            "loop" => Loop(builder, attempts: 1),
            "loop and retries" => Loop(builder, attempts: 3),
            "schema repairs" => builder.Node("a", "llm://acme/large", prompt: "Hi", maxTokens: 100, attempts: 3, change: node => node with { OutputSchema = Schema }),
            "nested loops" => builder
                .Node("start").Node("mid", dependsOn: ["start"])
                .Node("a", "llm://acme/large", ["mid"], prompt: "Hi", maxTokens: 100, attempts: 1)
                .Node("inner", dependsOn: ["a"], backEdge: WorkflowBuilder.BackTo("mid", max: 3, accept: true))
                .Node("outer", dependsOn: ["inner"], backEdge: WorkflowBuilder.BackTo("start", max: 2, accept: true)),
            "fallbacks" => builder.Node("a", "llm://acme/fee", prompt: "Hi", maxTokens: 100, attempts: 3, change: node => node with { Fallbacks = ["acme/large", "acme/large2"] }),
            _ => builder.Node("a", "llm://acme/fee", inputs: [("topic", "bees")], maxTokens: 100, attempts: 2),
        };
    }

    private static WorkflowBuilder Loop(WorkflowBuilder builder, int attempts) => builder
        .Node("start")
        .Node("a", "llm://acme/large", ["start"], prompt: "Hi", maxTokens: 100, attempts: attempts)
        .Node("b", "llm://acme/large", ["a"], prompt: "Say when", maxTokens: 30, attempts: attempts, backEdge: WorkflowBuilder.BackTo("start", "${b.output} == 'again'", 4, accept: true));

    private static Workflow Make(Random random)
    {
        var builder = new WorkflowBuilder().Budget().Concurrency(models: random.Next(1, 5));
        var count = random.Next(2, 10);
        for (var i = 0; i < count; i++)
        {
            var dependencies = Enumerable.Range(0, random.Next(3)).Where(_ => i > 0).Select(_ => $"n{random.Next(i)}").Distinct().ToArray();
            if (random.Next(5) == 0)
            {
                builder.Node($"n{i}", "local://template", dependencies, inputs: [("template", "a line of text")]);
                continue;
            }

            var back = random.Next(4) == 0 ? WorkflowBuilder.BackTo($"n{i}", random.Next(2) == 0 ? "true" : $"${{n{i}.output}} contains 'again'", random.Next(1, 4), accept: random.Next(4) > 0) : null;
            builder.Node(
                $"n{i}", random.Next(4) == 0 ? "llm://acme/fee" : "llm://acme/large", dependencies,
                prompt: random.Next(3) switch { 0 => null, 1 => "Write a line.", _ => dependencies.Length > 0 ? $"Read ${{{dependencies[0]}.output}}" : "Write." },
                system: random.Next(2) == 0 ? "Be brief." : null,
                when: dependencies.Length > 0 && random.Next(6) == 0 ? $"${{{dependencies[0]}.output}} contains 'again'" : null,
                backEdge: back, maxTokens: random.Next(10, 200), attempts: random.Next(1, 4),
                change: node => node with { OutputSchema = random.Next(4) == 0 ? Schema : null, ContinueOnError = random.Next(8) == 0, Fallbacks = random.Next(4) switch { 0 => ["acme/large2"], 1 => ["acme/fee", "acme/large"], _ => [] } });
        }

        return builder.Build();
    }

    private static Plan PlanOf(Workflow workflow) => PlanBuilder.Build(workflow, new PlanPrices(), new PlanPrices(), new Dictionary<string, JsonElement>());

    private static Task<RunRecord> RunAsync(Workflow workflow, AdversarialModel model) =>
        new EngineRun(workflow) { OtherModel = model, Prices = new PlanPrices(), Bounds = new PlanPrices() }.RunAsync();

    private static void ShouldLieWithin(Plan plan, RunRecord run, string which)
    {
        var completed = run.Status == RunStatus.Completed;
        var calls = run.Of<CallSettled>().Count;
        run.Cost.ShouldBeLessThanOrEqualTo(plan.Bounds.Max!.Value.Usd, which);
        ((long)calls).ShouldBeLessThanOrEqualTo(plan.Calls.Max, which);
        foreach (var node in plan.Nodes)
        {
            var settled = run.Of<CallSettled>(node.Id);
            settled.Sum(call => call.Spent.Cost.Usd).ShouldBeLessThanOrEqualTo(node.Bounds.Max!.Value.Usd, $"{which}, node {node.Id}");
            ((long)settled.Count).ShouldBeLessThanOrEqualTo(node.Calls.Max, $"{which}, node {node.Id}");
        }

        if (completed)
        {
            run.Cost.ShouldBeGreaterThanOrEqualTo(plan.Bounds.Min.Usd, which);
            ((long)calls).ShouldBeGreaterThanOrEqualTo(plan.Calls.Min, which);
        }
    }
}
