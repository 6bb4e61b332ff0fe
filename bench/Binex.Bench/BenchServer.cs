using System.Diagnostics;
using System.Globalization;
using Binex.Testing.FakeProvider;

namespace Binex.Bench;

/// <summary>
/// A provider in a process of its own, so that what is measured here is Binex alone: it takes a second for each answer and bills what
/// it answers. Who asks with the word "late" is sent back the first time.
/// </summary>
internal sealed class BenchServer : IDisposable
{
    /// <summary>The argument that makes this program the provider.</summary>
    public const string Argument = "--serve";

    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(1);
    private readonly Process _process;

    private BenchServer(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    public string Address { get; }

    public static BenchServer Start()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Argument]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new BenchServer(process, process.StandardOutput.ReadLine()!);
    }

    /// <summary>What it has seen so far: requests, bills, and how many calls were billed at all.</summary>
    public (int Requests, int Bills, int Billed) Count()
    {
        _process.StandardInput.WriteLine();
        var counts = Array.ConvertAll(_process.StandardOutput.ReadLine()!.Split(' '), text => int.Parse(text, CultureInfo.InvariantCulture));
        return (counts[0], counts[1], counts[2]);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Is the provider until nobody listens any more.</summary>
    public static async Task ServeAsync()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = call => call.Times == 1 && call.Marker.Contains("late", StringComparison.Ordinal)
                ? FakeReply.Error(429, "rate_limit_exceeded") with { RetryAfter = "0.5" }
                : new FakeReply { Delay = Latency, Text = string.Concat(Enumerable.Repeat("a line of an answer ", 20)) },
        });
        Console.WriteLine(server.Address);
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine($"{server.Calls.Count} {server.Bills.Count} {server.Bills.Select(bill => bill.Call.Marker).Distinct().Count()}");
        }
    }
}
