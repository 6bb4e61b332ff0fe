using System.Diagnostics;
using Binex.Models.Prices;
using Binex.Validation;
using YamlDotNet.Core;

namespace Binex.Bench;

/// <summary>What checking workflows costs, in one process after its start, on all processors.</summary>
internal static class ValidateBench
{
    private const int Repeats = 3;

    public static void Run()
    {
        Console.WriteLine("\nChecking workflows in one process after its start; floor: the YAML parser alone");
        Console.WriteLine($"{"workflows",-50} {"first s",8} {"best s",7} {"CPU s",6} {"floor s",8} {"ratio",6}");
        Check([BenchWorkflows.Of(3, node => BenchWorkflows.Ordinary(node, 0))]);
        Report("1,000 of 20 nodes", [.. Enumerable.Range(0, 1_000).Select(i => BenchWorkflows.Of(20, node => BenchWorkflows.Ordinary(node, i)))]);
        Report("one of 20,000 nodes", [BenchWorkflows.Of(20_000, node => BenchWorkflows.Ordinary(node, 0))]);
        Report("one of 20,000, each with a condition and a branch", [BenchWorkflows.Of(20_000, BenchWorkflows.Branch)]);
        Report("one of 20,000, of which one reads all others", [BenchWorkflows.Of(20_000, node => BenchWorkflows.FanIn(node, 20_000))]);
        Report("one of 20,000, each with a loop", [BenchWorkflows.Of(20_000, BenchWorkflows.Loop)]);
    }

    private static void Report(string name, string[] texts)
    {
        var runs = new List<(TimeSpan Wall, TimeSpan Processor)>();
        var floors = new List<TimeSpan>();
        for (var i = 0; i < Repeats; i++)
        {
            GC.Collect();
            runs.Add(Check(texts));
            floors.Add(Parse(texts).Processor);
        }

        var processor = runs.Min(run => run.Processor);
        Console.WriteLine(
            $"{name,-50} {runs[0].Wall.TotalSeconds,8:0.00} {runs.Min(run => run.Wall).TotalSeconds,7:0.00} {processor.TotalSeconds,6:0.00} {floors.Min().TotalSeconds,8:0.00} {processor / floors.Min(),6:0.0}");
    }

    private static (TimeSpan Wall, TimeSpan Processor) Check(string[] texts)
    {
        var options = new LoadOptions { Prices = new PriceBook() };
        return Measure(texts, text =>
        {
            if (WorkflowLoader.LoadText("workflow.yaml", text, options) is { Workflow: null } result)
            {
                throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Select(finding => finding.Message)));
            }
        });
    }

    private static (TimeSpan Wall, TimeSpan Processor) Parse(string[] texts) => Measure(texts, text =>
    {
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
        }
    });

    // On a machine that is busy with something else, the processor's time says more than the wall's.
    private static (TimeSpan Wall, TimeSpan Processor) Measure(string[] texts, Action<string> measured)
    {
        using var process = Process.GetCurrentProcess();
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        Parallel.ForEach(texts, measured);
        watch.Stop();
        process.Refresh();
        return (watch.Elapsed, process.TotalProcessorTime - before);
    }
}
