using System.Globalization;
using Binex.Core.Costs;
using Binex.Core.Prices;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Bench;

/// <summary>Makes up reports of large runs; the same for the same size.</summary>
internal static class BenchReports
{
    private const int Seed = 7;
    private static readonly DateTimeOffset Begin = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A run of model nodes, each of which needs some of those before it.</summary>
    public static RunReport Make(int nodes, int edgesPerNode)
    {
        var random = new Random(Seed);
        var edges = new HashSet<ReportEdge>();
        for (var to = 1; to < nodes; to++)
        {
            // Near nodes more often than far ones, as in workflows that people write.
            for (var i = 0; i < edgesPerNode; i++)
            {
                edges.Add(new ReportEdge(Id(to - 1 - random.Next(Math.Min(to, 60))), Id(to), IsBackEdge: false));
            }
        }

        var needs = edges.ToLookup(edge => edge.To, edge => edge.From);
        var artifacts = new List<ReportArtifact>();
        var list = Enumerable.Range(0, nodes).Select(i => Node(i, [.. needs[Id(i)]], random, artifacts)).ToList();
        var cost = list.Aggregate(Money.Zero, (sum, node) => sum + node.Cost);
        return new RunReport
        {
            Tool = new ReportTool("binex", "1.0.0"),
            PriceBook = new ReportPriceBook("2026-01-01", new string('0', 64)),
            Source = new ReportSource("bench.yaml", new string('0', 64)),
            Run = new ReportRun("bench", "bench", RunStatus.Completed, Begin, nodes * 10) { ExitCode = 0 },
            Totals = new ReportTotals(cost, ReportTokens.Zero, nodes, 0, 0, Money.Zero),
            Budget = new ReportBudget(),
            Nodes = list,
            Edges = [.. edges],
            Artifacts = artifacts,
            Timeline = [.. list.Select((node, i) => new ReportBar(node.Id, 1, i * 10, (i * 10) + node.DurationMs, node.Status, Critical: i % 20 == 0))],
            Models = [new ReportModel("gpt-4o", nodes, ReportTokens.Zero, cost)],
        };
    }

    private static ReportNode Node(int index, IReadOnlyList<string> needs, Random random, List<ReportArtifact> artifacts)
    {
        var cost = new Money(random.Next(1, 2_000) / 100_000m);
        var at = Begin.AddMilliseconds(index * 10);
        var (prompt, answer) = (Keep(artifacts, $"prompt {index}", random), Keep(artifacts, $"answer {index}", random));
        var bound = new CallBound("gpt-4o", 1_000, 1_024, 256, 2.5m, 10m, 0);
        var call = new ReportCall(index + 1, "gpt-4o")
        {
            Outcome = CallOutcome.Answered,
            SentAt = at,
            DurationMs = 800,
            Held = new Money(0.02m),
            Cost = cost,
            Usage = new TokenUsage(900, 300),
            MaxOutputTokens = 1_024,
            Bound = bound,
            Answer = answer,
        };
        return new ReportNode(Id(index), "llm://gpt-4o", NodeStatus.Completed)
        {
            RequestedModel = "gpt-4o",
            StartedAt = at,
            DurationMs = 800,
            Cost = cost,
            Calls = 1,
            DependsOn = needs,
            Iterations = [new ReportIteration(1, NodeStatus.Completed) { StartedAt = at, DurationMs = 800, Cost = cost }],
            Attempts = [new ReportAttempt(1, 1, NodeStatus.Completed, at, 800) { Prompt = prompt, Calls = [call] }],
            Outputs = [new ReportOutput("output", answer)],
        };
    }

    private static string Keep(List<ReportArtifact> artifacts, string text, Random random)
    {
        var hash = artifacts.Count.ToString("x64", CultureInfo.InvariantCulture);
        var content = string.Join('\n', Enumerable.Repeat($"{text}: a line of an answer, with \"quotes\" and <angles>, as models write them.", random.Next(20, 120)));
        artifacts.Add(new ReportArtifact(hash, "text/plain", content.Length) { Content = content });
        return hash;
    }

    private static string Id(int index) => $"node-{index.ToString(CultureInfo.InvariantCulture)}";
}
