using System.Text.Json;
using Binex.Core.Expressions;
using Binex.Core.Ledgers;
using Binex.Core.Plans;
using Binex.Core.Prices;
using Binex.Core.Runs.Events;
using Binex.Core.Tests.Runs;
using Binex.Core.Workflows;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Plans;

public sealed class PlanProperties
{
    private const int Window = 500;

    private static readonly FixedPrices Prices = new(
        Price("p/one", 3, 11), Price("p/two", 0, 7) with { PerRequest = 0.5m },
        Price("q/three", 2, 5) with { Tiers = [new PriceTier(300, new PriceRates(4, 6))] });

    private static readonly Gen<Workflow> Workflows = Gen.Select(RunCase.Any, Gen.Int[1, 3], Gen.Int[1, 300], Gen.Bool, (run, attempts, limit, known) =>
        With(run.Build(), node => node with
        {
            Prompt = TextTemplate.Parse(known ? "Write a line." : "${env.X}"),
            Retry = new RetryPolicy { MaxAttempts = attempts },
            Model = new ModelSettings { MaxTokens = limit },
        }));

    /// <summary>Every call of a run is at its worst and made as often as can be; the ledger has the plan's worst case and nothing more.</summary>
    [Fact]
    public void Build_RunOfWorstCalls_IsNeverRefusedNorShrunkUnderACapOfThePlansMax() => Proof.Holds(
        Gen.Select(Workflows, Gen.Int), 1_000, 30_000, given =>
    {
        var (workflow, seed) = given;
        var plan = Build(workflow);
        var ledger = new Ledger(new Cap { Cost = plan.Bounds.Max!.Value }, id => new Cap { Cost = plan.Nodes[workflow.IndexOf(id)].Bounds.Max!.Value });
        var run = new RunSimulation(workflow, seed);
        run.Start();
        run.Play(mayCancel: false);

        var sentBack = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var fact in run.Events)
        {
            if (fact is LoopIterated iterated)
            {
                sentBack.Add(workflow[iterated.Node].BackEdge!.Target);
            }
            else if (fact is NodeStarted started && workflow[started.Node] is { Agent.IsModel: true } node)
            {
                // What a loop comes back to is told more than before.
                var asked = plan.Nodes[workflow.IndexOf(node.Id)];
                var isAsBefore = !sentBack.Remove(node.Id) && node.Prompt!.IsConstant;
                Call(ledger, node, isAsBefore ? asked.Content!.PromptTokens : asked.InputTokens!.Value);
            }
        }

        ledger.Accounts().All(account => account.Spent.Cost <= account.Cap.Cost!.Value).ShouldBeTrue();
    });

    [Fact]
    public void Build_MoreOfAnything_NeverLowersTheMax() => Proof.Holds(Workflows, 500, 20_000, workflow =>
    {
        var max = Build(workflow).Bounds.Max!.Value;

        Build(With(workflow, node => node with { Model = node.Model with { MaxTokens = node.Model.MaxTokens + 1 } })).Bounds.Max!.Value.ShouldBeGreaterThanOrEqualTo(max);
        Build(With(workflow, node => node with { Retry = new RetryPolicy { MaxAttempts = node.Retry.MaxAttempts + 1 } })).Bounds.Max!.Value.ShouldBeGreaterThanOrEqualTo(max);
        Build(With(workflow, node => node with { BackEdge = node.BackEdge is { } back ? back with { MaxIterations = back.MaxIterations + 1 } : null }))
            .Bounds.Max!.Value.ShouldBeGreaterThanOrEqualTo(max);
        Build(With(workflow, node => node with { Prompt = TextTemplate.Parse("${env.X}") })).Bounds.Max!.Value.ShouldBeGreaterThanOrEqualTo(max);
    });

    [Fact]
    public void Build_AnyWorkflow_HasMinBelowExpectedBelowMaxAndSumsOfItsNodes() => Proof.Holds(Workflows, 500, 20_000, workflow =>
    {
        var plan = Build(workflow);

        plan.Bounds.Min.ShouldBeLessThanOrEqualTo(plan.Bounds.Expected!.Value);
        plan.Bounds.Expected!.Value.ShouldBeLessThanOrEqualTo(plan.Bounds.Max!.Value);
        plan.Nodes.Aggregate(PlanBounds.Zero, (sum, node) => sum + node.Bounds).ShouldBe(plan.Bounds with { Basis = null });
        plan.Capped!.Value.ShouldBeLessThanOrEqualTo(plan.Bounds.Max!.Value);
    });

    private static void Call(Ledger ledger, Node node, long inputTokens)
    {
        var price = Prices.Find(node.Agent.Target)!;
        var bound = Pricing.Bound(price, inputTokens, node.Model.MaxTokens!.Value, 1, node.Model.CachePrompt);
        for (var attempt = 0; attempt < node.Retry.MaxAttempts; attempt++)
        {
            var reservation = ledger.ReserveAsync(new ReservationRequest(node.Id, bound), default).AsTask().Result.Reservation;
            reservation.ShouldNotBeNull().MaxOutputTokens.ShouldBe(bound.MaxOutputTokens);
            ledger.Settle(reservation, reservation.Held);
        }
    }

    private static Plan Build(Workflow workflow) => PlanBuilder.Build(workflow, Prices, new ByteBounds(), new Dictionary<string, JsonElement>());

    private static ModelPrice Price(string model, decimal input, decimal output) =>
        new(model, model[..1], new PriceRates(input * 1_000, output * 1_000)) { MaxInputTokens = Window };

    private static Workflow With(Workflow workflow, Func<Node, Node> change) => new(workflow.Name, [.. workflow.Nodes.Select(change)])
    {
        Concurrency = workflow.Concurrency,
    };
}
