using System.Diagnostics;
using System.Globalization;
using System.Text;
using Binex.Core.Reports;
using Binex.Reports;
using Binex.Reports.Graphs;

namespace Binex.Bench;

/// <summary>What the HTML report takes, and how large it is: of runs whose nodes have a prompt and an answer of some thousand characters each.</summary>
internal static class ReportBench
{
    private const int Repeats = 5;

    public static void Run()
    {
        Console.WriteLine($"HTML reports, best of {Repeats}");
        Console.WriteLine($"{"what",-44} {"ms",6} {"wanted",8} {"MB",6} {"wanted",7}");
        foreach (var (nodes, ms, megabytes) in new[] { (200, 500, 2), (1_000, 500, 5), (10_000, 5_000, 0) })
        {
            var report = BenchReports.Make(nodes, edgesPerNode: 2);
            var length = 0;
            var best = Best(() => length = Encoding.UTF8.GetByteCount(HtmlReport.Render(report)));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{$"report of {nodes:N0} nodes",-44} {best.TotalMilliseconds,6:0} {"<= " + ms,8} {length / 1e6,6:0.00} {(megabytes > 0 ? "<= " + megabytes : ""),7}"));
        }

        var graph = BenchReports.Make(2_000, edgesPerNode: 2);
        var layout = Best(() => GraphLayout.Of(RunGraph.Of(graph, int.MaxValue)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{$"layout of {graph.Nodes.Count:N0} nodes, {graph.Edges.Count:N0} edges",-44} {layout.TotalMilliseconds,6:0} {"<= 1000",8}"));
    }

    private static TimeSpan Best(Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }
}
