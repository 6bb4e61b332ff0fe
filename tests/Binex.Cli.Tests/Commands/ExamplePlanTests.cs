using System.Globalization;
using System.Text.Json;
using Binex.Cli.Tests.Processes;
using Binex.Testing.Proofs;

namespace Binex.Cli.Tests.Commands;

/// <summary>What a simulated run of an example costs lies between the least and the most that its plan says.</summary>
public sealed class ExamplePlanTests
{
    private static readonly int Runs = Proof.IsSoak ? 20 : 1;

    [Theory]
    [MemberData(nameof(ExamplesTests.Names), MemberType = typeof(ExamplesTests))]
    public async Task Run_OfAnExample_CostsWhatItsPlanSays(string name)
    {
        using var binex = new BinexHere();
        for (var seed = 1; seed <= Runs; seed++)
        {
            await binex.RunAsync("run", Repository.PathOf("examples", name), "--simulate", $"seed={seed}", "--quiet", "--format", "json");

            var report = (await binex.RunAsync("runs", "show", "latest", "--format", "json")).ShouldExit(0).Json;

            var plan = report.GetProperty("plan");
            var cost = Dollars(report.GetProperty("totals"), "cost");
            cost.ShouldBeLessThanOrEqualTo(Dollars(plan, "max"), $"seed {seed}");
            if (report.GetProperty("run").GetProperty("status").GetString() == "completed")
            {
                cost.ShouldBeGreaterThanOrEqualTo(Dollars(plan, "min"), $"seed {seed}");
            }

            foreach (var node in plan.GetProperty("nodes").EnumerateArray())
            {
                Dollars(node, "cost").ShouldBeLessThanOrEqualTo(Dollars(node, "max"), $"seed {seed}, {node}");
                node.GetProperty("calls").GetInt64().ShouldBeLessThanOrEqualTo(node.GetProperty("maxCalls").GetInt64(), $"seed {seed}, {node}");
            }
        }
    }

    private static decimal Dollars(JsonElement element, string name) => decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
