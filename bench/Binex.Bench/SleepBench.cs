using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Workflows;

namespace Binex.Bench;

/// <summary>How near a run comes to its critical path, where the nodes only wait.</summary>
internal static class SleepBench
{
    public static async Task RunAsync()
    {
        Console.WriteLine("\nWall time over critical path: 40 random nodes that sleep 50 to 500 ms");
        Console.WriteLine($"{"seed",8} {"critical ms",12} {"wall ms",9} {"ratio",7}");
        for (var seed = 1; seed <= 5; seed++)
        {
            var random = new Random(seed);
            var sleeps = Enumerable.Range(0, 40).Select(_ => random.Next(50, 501)).ToArray();
            var dependencies = Enumerable.Range(0, 40)
                .Select(i => Enumerable.Range(0, Math.Min(i, random.Next(4))).Select(_ => random.Next(0, i)).Distinct().ToArray())
                .ToArray();
            var workflow = Graphs.Of("sleep", 40, i => dependencies[i], (i, node) => node with
            {
                Agent = AgentUri.Parse("local://sleep")!,
                Inputs = [new NodeInput("ms", ValueTemplate.Parse(JsonValues.From((decimal)sleeps[i])))],
            });
            var ends = new int[40];
            for (var i = 0; i < 40; i++)
            {
                ends[i] = sleeps[i] + dependencies[i].Select(dependency => ends[dependency]).DefaultIfEmpty(0).Max();
            }

            var (wall, _) = await BenchRun.MeasureAsync(workflow);
            Console.WriteLine($"{seed,8} {ends.Max(),12} {wall.TotalMilliseconds,9:0} {wall.TotalMilliseconds / ends.Max(),7:0.000}");
        }
    }
}
