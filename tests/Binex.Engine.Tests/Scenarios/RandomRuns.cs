using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Proofs;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

/// <summary>Made-up workflows under made-up budgets with models that fail in every way; cut anywhere, and resumed.</summary>
public sealed class RandomRuns
{
    [Fact]
    public async Task Run_OfAnyWorkflow_KeepsTheBooks_AndSoDoesItsResume()
    {
        for (var seed = 0; seed < (Proof.IsSoak ? 3000 : 40); seed++)
        {
            var random = new Random(seed);
            var cap = random.Next(5, 80) / 1000m;
            var workflow = Make(random, cap);
            var whole = await new EngineRun(workflow) { Model = Script(workflow, seed), Seed = seed }.RunAsync();
            ShouldBeInOrder([.. whole.Events], cap, seed);
            for (var i = 0; i < 3; i++)
            {
                var prefix = whole.Entries.Take(random.Next(1, whole.Entries.Count + 1)).ToList();
                var resumed = await whole.Run.Resume(prefix, Script(workflow, seed + i)).RunAsync();
                ShouldBeInOrder([.. prefix.Select(entry => entry.Event), .. resumed.Events], cap, seed);
            }
        }
    }

    private static void ShouldBeInOrder(IReadOnlyCollection<RunEvent> facts, decimal cap, int seed)
    {
        LedgerProof.NeverPasses(facts, cap);
        LedgerProof.AddsUp(facts);
        facts.OfType<NodeCompleted>().Select(fact => fact.Node).ShouldBeUnique($"seed {seed}");
        facts.Last().ShouldBeOfType<RunCompleted>();
    }

    private static Workflow Make(Random random, decimal cap)
    {
        var builder = new WorkflowBuilder()
            .Budget(cap, change: budget => budget with { Shrink = random.Next(2) == 0 })
            .Concurrency(models: random.Next(1, 9));
        var count = random.Next(3, 15);
        for (var i = 0; i < count; i++)
        {
            var dependencies = Enumerable.Range(0, random.Next(3)).Where(_ => i > 0).Select(_ => $"n{random.Next(i)}").Distinct().ToArray();
            var when = dependencies.Length > 0 && random.Next(6) == 0 ? $"${{{dependencies[0]}.output}} contains 1" : null;
            builder.Node($"n{i}", "llm://acme/large", dependencies, maxTokens: random.Next(100, 2000), when: when, change: node => node with
            {
                ContinueOnError = random.Next(8) == 0,
                Budget = random.Next(5) == 0 ? new BudgetCaps { MaxCost = new Money(random.Next(2, 20) / 1000m), MaxCalls = random.Next(1, 4) } : null,
            });
        }

        return builder.Build();
    }

    private static ScriptedChatModel Script(Workflow workflow, int seed)
    {
        var model = new ScriptedChatModel();
        foreach (var node in workflow.Nodes)
        {
            model.On(node.Id, async call =>
            {
                await Task.Yield();
                var random = new Random((seed * 1000) + (workflow.IndexOf(node.Id) * 10) + call.Number);
                return Answer(random, call.Request);
            });
        }

        return model;
    }

    private static ChatResult Answer(Random random, ChatRequest request) => random.Next(10) switch
    {
        0 => Fail(FailureKind.Server),
        1 => Fail(FailureKind.Network, ChargeKnowledge.Unknown),
        2 => Fail(FailureKind.RateLimit, retryAfter: TimeSpan.FromSeconds(random.Next(30))),
        3 => Fail(FailureKind.BadRequest),
        4 => SayWithoutUsage("1"),
        _ => Say($"{random.Next(3)}", random.Next(RoundPrices.InputBound + 1), random.Next(request.MaxOutputTokens + 1)),
    };
}
