using System.Diagnostics;
using Binex.Core.Workflows;

namespace Binex.Bench;

/// <summary>What the engine costs per node, where the nodes do nothing.</summary>
internal static class GraphBench
{
    private const int Repeats = 3;

    public static async Task RunAsync()
    {
        Console.WriteLine("Engine overhead per node, local://noop, journal on disk (floor: a task, a message and the same bytes written)");
        Console.WriteLine($"{"graph",-8} {"nodes",8} {"us/node",9} {"floor",7} {"ratio",6} {"journal MB",11} {"peak MB",8}");
        foreach (var (name, make) in new (string, Func<int, Workflow>)[] { ("chain", Graphs.Chain), ("fan", Graphs.Fan), ("random", Graphs.Random) })
        {
            foreach (var count in new[] { 1_000, 10_000, 100_000 })
            {
                await MeasureAsync(name, make(count), name == "chain");
            }
        }
    }

    private static async Task MeasureAsync(string name, Workflow workflow, bool chain)
    {
        var count = workflow.Nodes.Count;
        var best = TimeSpan.MaxValue;
        var floor = TimeSpan.MaxValue;
        var bytes = 0L;
        for (var i = 0; i < Repeats; i++)
        {
            GC.Collect();
            (var wall, bytes) = await BenchRun.MeasureAsync(workflow);
            best = wall < best ? wall : best;
            var least = await Floor.MeasureAsync(count, bytes, chain);
            floor = least < floor ? least : floor;
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            $"{name,-8} {count,8} {best.TotalMicroseconds / count,9:0.0} {floor.TotalMicroseconds / count,7:0.0} {best / floor,6:0.0} {bytes / 1e6,11:0.0} {process.PeakWorkingSet64 / 1e6,8:0}");
    }
}
