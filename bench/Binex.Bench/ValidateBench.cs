using System.Diagnostics;
using System.Text;
using Binex.Models.Prices;
using Binex.Validation;

namespace Binex.Bench;

/// <summary>What checking workflows costs, in one process after its start, on all processors.</summary>
internal static class ValidateBench
{
    private const int Repeats = 3;

    public static void Run()
    {
        Console.WriteLine("Checking workflows in one process, after a first one (models, references, prompts, conditions)");
        Console.WriteLine($"{"workflows",9} {"nodes",7} {"MB",5} {"first s",8} {"best s",7} {"us/node",8}");
        Measure(1_000, 20);
        Measure(1, 20_000);
    }

    private static void Measure(int workflows, int nodes)
    {
        var folder = Directory.CreateTempSubdirectory("binex-bench-").FullName;
        try
        {
            var files = Enumerable.Range(0, workflows).Select(i => Path.Combine(folder, $"w{i}.yaml")).ToList();
            files.ForEach(file => File.WriteAllText(file, TextOf(nodes)));
            Check([Write(folder, "first.yaml", TextOf(3))]);
            var first = Check(files);
            var best = first;
            for (var i = 1; i < Repeats; i++)
            {
                GC.Collect();
                var took = Check(files);
                best = took < best ? took : best;
            }

            var bytes = files.Sum(file => new FileInfo(file).Length);
            Console.WriteLine(
                $"{workflows,9} {nodes,7} {bytes / 1e6,5:0.0} {first.TotalSeconds,8:0.00} {best.TotalSeconds,7:0.00} {best.TotalMicroseconds / workflows / nodes,8:0.0}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TimeSpan Check(IReadOnlyList<string> files)
    {
        var options = new LoadOptions { Prices = new PriceBook() };
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(files, file =>
        {
            if (WorkflowLoader.Load(file, options) is { Workflow: null } result)
            {
                throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Select(finding => finding.Message)));
            }
        });
        return watch.Elapsed;
    }

    private static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string TextOf(int nodes)
    {
        var text = new StringBuilder("name: bench\nvars: { topic: tea }\nnodes:\n");
        for (var i = 0; i < nodes; i++)
        {
            text.Append($"  step-{i}:\n    description: Step {i} of the chain.\n    agent: llm://gpt-4o-mini\n");
            text.Append(i == 0 ? "    prompt: Write about ${user.topic}.\n" : $"    prompt: |\n      Go on with this text:\n      ${{step-{i - 1}.output}}\n      and stay with ${{user.topic}}.\n");
            text.Append(i % 5 == 4 ? $"    depends_on: [step-{i - 2}]\n    when: \"${{step-{i - 1}.output}} != stop\"\n" : "");
            text.Append("    config: { max_tokens: 500, temperature: 0.2 }\n    retry_policy: { max_attempts: 2, backoff: fixed, initial: 1s }\n");
        }

        return text.ToString();
    }
}
