using System.Text.Json;
using Binex.Core.Expressions;
using Binex.Core.Prices;
using Binex.Core.Workflows;
using Binex.Testing.Workflows;

namespace Binex.Spine.Tests.Money;

/// <summary>Makes cases from seeds: the same seed makes the same workflow, the same cap and the same faults.</summary>
internal sealed class MoneyCases(IPriceBook prices, string apiBase)
{
    private static readonly string[] Models = ["gpt-4o-mini", "gpt-4o", "gpt-4.1-nano"];
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","required":["a"]}""");

    public MoneyCase Of(int seed)
    {
        // Neighbouring seeds begin alike.
        var random = new Random(unchecked(seed * 104_729));
        var fits = random.Next(3) == 0;
        var isCalm = random.Next(8) == 0;
        var nodes = Enumerable.Range(0, random.Next(45, 56)).Select(i => NodeOf(seed, i, random, fits, isCalm)).ToList();
        var worst = nodes.Sum(WorstCase);
        var builder = new WorkflowBuilder().Concurrency(models: random.Next(5) switch { 0 => 1, 1 => 8, _ => 60 });
        nodes.ForEach(node => builder.Node(node));
        if (fits)
        {
            builder.Budget(worst, nodes.Sum(WorstTokens), nodes.Sum(WorstCalls));
        }
        else
        {
            var share = (decimal)random.NextDouble();
            builder.Budget(
                random.Next(8) switch { 0 => nodes.Min(WorstCase) * share, < 4 => worst * share * share, _ => worst * share * 1.3m },
                random.Next(8) == 0 ? random.Next(1_000, 60_000) : null,
                random.Next(8) == 0 ? random.Next(1, 90) : null,
                budget => budget with
                {
                    Shrink = random.Next(3) != 0,
                    Caps = budget.Caps with { MaxDuration = random.Next(15) == 0 ? TimeSpan.FromMilliseconds(random.Next(20, 200)) : null },
                });
        }

        return new MoneyCase
        {
            Seed = seed,
            Workflow = builder.Build(),
            Fits = fits,
            IsCalm = isCalm,
            IsStreamed = random.Next(2) == 0,
            CancelAfter = isCalm || random.Next(6) != 0 ? null : TimeSpan.FromMilliseconds(random.Next(120)),
            FailFast = !fits && random.Next(10) == 0,
            Reply = BadDay.Of(seed, isCalm ? 0 : random.NextDouble() * 0.7, nodes),
        };
    }

    /// <summary>What a node costs at most: each of its models once, and all its retries with the dearest. Not the engine's arithmetic, on purpose.</summary>
    public decimal WorstCase(Node node)
    {
        var each = node.Fallbacks.Prepend(node.Agent.Target).Select(model => prices.Find(model)!.Rates)
            .Select(rates => ((InputOf(node) * rates.Input) + (node.Model.MaxTokens!.Value * rates.Output)) / 1_000_000m).ToList();
        return ((node.Retry.MaxAttempts - 1) * each.Max()) + each.Sum();
    }

    private static long WorstTokens(Node node) => WorstCalls(node) * (InputOf(node) + node.Model.MaxTokens!.Value);

    private static int WorstCalls(Node node) => node.Retry.MaxAttempts + node.Fallbacks.Count;

    private static long InputOf(Node node) =>
        MoneyProvider.Dearest(new[] { node.SystemPrompt?.Source, node.Prompt!.Source }.OfType<string>());

    private Node NodeOf(int seed, int i, Random random, bool fits, bool isCalm)
    {
        var id = $"n{i}";
        var closesLoop = !fits && i > 0 && random.Next(30) == 0;
        var before = $"n{random.Next(Math.Max(1, i))}";
        var node = WorkflowBuilder.NodeOf(
            id,
            $"llm://{Models[random.Next(Models.Length)]}",
            dependsOn: i > 0 && (closesLoop || random.Next(6) == 0) ? [before] : [],
            prompt: MoneyProvider.Marker(seed, id) + string.Concat(Enumerable.Repeat("größe ", random.Next(60))) + ".",
            system: random.Next(4) == 0 ? "Be brief." : null,
            maxTokens: random.Next(1, 400),
            attempts: random.Next(1, 5),
            backEdge: closesLoop ? WorkflowBuilder.BackTo(before, max: 3, accept: true) : null);
        node = node with
        {
            Model = node.Model with { ApiBase = TextTemplate.Parse(apiBase), MinOutputTokens = random.Next(1, 120) },
            Retry = node.Retry with
            {
                Initial = TimeSpan.FromMilliseconds(1),
                Max = TimeSpan.FromMilliseconds(4),
                OnAny = random.Next(4) == 0,
            },
            Fallbacks = random.Next(3) == 0 ? [.. Models.Where(model => $"llm://{model}" != node.Agent.ToString()).Take(random.Next(1, 3))] : [],
            ContinueOnError = random.Next(4) == 0,
            Deadline = !isCalm && random.Next(8) == 0 ? TimeSpan.FromMilliseconds(random.Next(5, 60)) : null,
            OutputSchema = !fits && random.Next(4) == 0 ? Schema : null,
        };
        return (fits || seed % 2 == 0) && random.Next(6) == 0 ? node with { Budget = CapsOf(node, random, fits) } : node;
    }

    private BudgetCaps CapsOf(Node node, Random random, bool fits) => fits
        ? new BudgetCaps { MaxCost = new(WorstCase(node)), MaxTokens = WorstTokens(node), MaxCalls = WorstCalls(node) }
        : random.Next(3) switch
        {
            0 => new BudgetCaps { MaxCost = new(WorstCase(node) * random.Next(1, 150) / 100) },
            1 => new BudgetCaps { MaxCalls = random.Next(1, 3) },
            _ => new BudgetCaps { MaxTokens = WorstTokens(node) * random.Next(1, 150) / 100 },
        };
}
