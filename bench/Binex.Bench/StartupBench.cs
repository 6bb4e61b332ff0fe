using System.Diagnostics;

namespace Binex.Bench;

/// <summary>How long <c>validate</c> of one file takes, against a .NET program that does nothing.</summary>
internal static class StartupBench
{
    private const int Runs = 21;

    public static void Run(string binex, string empty)
    {
        Console.WriteLine("\nStart-up: validate of one file against an empty .NET program, run in turn, medians");
        var ratios = new List<double>();
        var ours = new List<double>();
        var floors = new List<double>();
        for (var i = 0; i <= Runs; i++)
        {
            var one = Time(binex, "validate", "examples/chain.yaml");
            var other = Time(empty);
            if (i > 0)
            {
                ours.Add(one);
                floors.Add(other);
                ratios.Add(one / other);
            }
        }

        Console.WriteLine($"validate {Median(ours):0.0} ms, empty {Median(floors):0.0} ms, ratio {Median(ratios):0.00}");
    }

    private static double Time(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
