using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Binex.Bench;

/// <summary>What <c>plan</c> takes for a large workflow, and <c>diff</c> in a repository with a long history; as processes, start included.</summary>
internal static class PlanBench
{
    private const int Nodes = 2_000;
    private const int Commits = 5_000;
    private const int Repeats = 7;

    public static void Run(string binex)
    {
        var folder = Directory.CreateTempSubdirectory("binex-bench-plan-").FullName;
        try
        {
            Console.WriteLine($"Plans and differences, best of {Repeats} processes");
            Console.WriteLine($"{"what",-48} {"ms",6} {"wanted",7}");
            var large = Path.Combine(folder, "large.yaml");
            File.WriteAllText(large, LargeWorkflow());
            Report($"plan of {Nodes:N0} model nodes", 300, () => Time(binex, folder, "plan", large, "--format", "json"));

            var repository = Path.Combine(folder, "repository");
            MakeRepository(repository);
            var flow = Path.Combine(repository, "flow.yaml");
            File.WriteAllText(flow, SmallWorkflow("gpt-4o"));
            Report($"diff main~{Commits / 2} in a repository of {Commits:N0} commits", 500, () => Time(binex, repository, "diff", $"main~{Commits / 2}", "flow.yaml"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Report(string what, int wanted, Func<TimeSpan> measure)
    {
        var best = Enumerable.Range(0, Repeats).Min(_ => measure());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-48} {best.TotalMilliseconds,6:0} {"<= " + wanted,7}"));
    }

    private static TimeSpan Time(string program, string folder, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        Execute(program, folder, null, arguments);
        return watch.Elapsed;
    }

    private static void Execute(string program, string folder, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}{text.Result}");
        }
    }

    private static string LargeWorkflow()
    {
        var text = new StringBuilder("name: large\nbudget: 1000\nnodes:\n");
        for (var i = 0; i < Nodes; i++)
        {
            var reads = i % 4 == 0 || i < 10 ? "" : $" ${{n{i - 7}.output}}";
            text.Append(CultureInfo.InvariantCulture, $"  n{i}: {{ agent: llm://gpt-4o-mini, prompt: \"Write part {i} of the handbook.{reads}\" }}\n");
        }

        return text.ToString();
    }

    private static string SmallWorkflow(string model) =>
        $"name: small\nnodes:\n  draft: {{ agent: llm://{model}, prompt: \"file://draft.md\" }}\n  check: {{ agent: llm://gpt-4o-mini, prompt: \"Check ${{draft.output}}\" }}\n";

    // One stream of commits for git to take in: five thousand processes would take minutes.
    private static void MakeRepository(string folder)
    {
        Directory.CreateDirectory(folder);
        Execute("git", folder, null, "init", "--quiet", "--initial-branch=main");
        var stream = new StringBuilder();
        var flow = SmallWorkflow("gpt-4o-mini");
        for (var i = 1; i <= Commits; i++)
        {
            var prompt = $"Write a draft, version {i}.\n";
            stream.Append(CultureInfo.InvariantCulture, $"commit refs/heads/main\ncommitter bench <bench@example.com> {1_700_000_000 + i} +0000\ndata 1\nx\n");
            stream.Append(CultureInfo.InvariantCulture, $"M 100644 inline draft.md\ndata {prompt.Length}\n{prompt}\nM 100644 inline flow.yaml\ndata {flow.Length}\n{flow}\n");
        }

        Execute("git", folder, stream.ToString(), "fast-import", "--quiet");
        Execute("git", folder, null, "reset", "--quiet", "--hard", "main");
    }
}
