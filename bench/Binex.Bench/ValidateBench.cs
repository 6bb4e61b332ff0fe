using System.Diagnostics;
using System.Text;
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
        Console.WriteLine("Checking workflows in one process, after a first one (models, references, prompts, conditions); floor: the YAML parser alone");
        Console.WriteLine($"{"workflows",9} {"nodes",7} {"MB",5} {"first s",8} {"best s",7} {"CPU s",6} {"floor s",8} {"ratio",6}");
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
            var (first, processor) = Check(files);
            var (best, floor) = (first, Parse(files).Processor);
            for (var i = 1; i < Repeats; i++)
            {
                GC.Collect();
                var took = Check(files);
                best = took.Wall < best ? took.Wall : best;
                processor = took.Processor < processor ? took.Processor : processor;
                var parsed = Parse(files).Processor;
                floor = parsed < floor ? parsed : floor;
            }

            var bytes = files.Sum(file => new FileInfo(file).Length);
            Console.WriteLine(
                $"{workflows,9} {nodes,7} {bytes / 1e6,5:0.0} {first.TotalSeconds,8:0.00} {best.TotalSeconds,7:0.00} {processor.TotalSeconds,6:0.00} {floor.TotalSeconds,8:0.00} {processor / floor,6:0.0}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (TimeSpan Wall, TimeSpan Processor) Check(IReadOnlyList<string> files)
    {
        var options = new LoadOptions { Prices = new PriceBook() };
        return Measure(files, file =>
        {
            if (WorkflowLoader.Load(file, options) is { Workflow: null } result)
            {
                throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Select(finding => finding.Message)));
            }
        });
    }

    private static (TimeSpan Wall, TimeSpan Processor) Parse(IReadOnlyList<string> files) => Measure(files, file =>
    {
        var parser = new Parser(new StringReader(File.ReadAllText(file)));
        while (parser.MoveNext())
        {
        }
    });

    // On a machine that is busy with something else, the processor's time says more than the wall's.
    private static (TimeSpan Wall, TimeSpan Processor) Measure(IReadOnlyList<string> files, Action<string> measured)
    {
        using var process = Process.GetCurrentProcess();
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        Parallel.ForEach(files, measured);
        watch.Stop();
        process.Refresh();
        return (watch.Elapsed, process.TotalProcessorTime - before);
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
            text.Append($"  step-{i}:\n    agent: llm://gpt-4o-mini\n");
            text.Append(i == 0 ? "    prompt: Write about ${user.topic}.\n" : $"    prompt: |\n      Go on with this text:\n      ${{step-{i - 1}.output}}\n      and stay with ${{user.topic}}.\n");
            text.Append(i % 5 == 4 ? $"    depends_on: [step-{i - 2}]\n    when: \"${{step-{i - 1}.output}} != stop\"\n" : "");
            text.Append("    config: { max_tokens: 500 }\n");
        }

        return text.ToString();
    }
}
