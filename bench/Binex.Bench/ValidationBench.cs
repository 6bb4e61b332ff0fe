using System.Diagnostics;
using System.Globalization;
using System.Text;
using Binex.Models.Prices;
using Binex.Validation;

namespace Binex.Bench;

/// <summary>How long validation takes in a process that is warm: many workflows of ordinary size, and a few very large ones.</summary>
internal static class ValidationBench
{
    public static void Run()
    {
        Console.WriteLine($"\nValidation on {Environment.ProcessorCount} processors, after start-up");
        var options = new LoadOptions { Prices = new PriceBook() };
        var ordinary = Enumerable.Range(0, 1_000).Select(i => Workflow(20, node => Ordinary(node, i))).ToArray();
        Parallel.ForEach(ordinary.AsSpan(0, 100).ToArray(), text => WorkflowLoader.LoadText("workflow.yaml", text, options));
        Report("1,000 workflows of 20 nodes", () => Parallel.ForEach(ordinary, text => WorkflowLoader.LoadText("workflow.yaml", text, options)));
        foreach (var (name, node) in new (string, Func<int, string>)[]
        {
            ("one of 20,000, as ordinary ones", node => Ordinary(node, 0)),
            ("one of 20,000, each with a condition and a branch", Branch),
            ("one of 20,000, of which one reads all others", node => node < 19_999 ? Lone(node) : FanIn(node)),
            ("one of 20,000, each with a loop", Loop),
        })
        {
            var text = Workflow(20_000, node);
            Report(name, () => WorkflowLoader.LoadText("workflow.yaml", text, options));
        }
    }

    private static void Report(string name, Action action)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        action();
        var wall = watch.Elapsed;
        process.Refresh();
        Console.WriteLine($"{name,-52} {wall.TotalSeconds,6:0.00} s, {(process.TotalProcessorTime - before).TotalSeconds,6:0.00} s of processor");
    }

    private static string Workflow(int nodes, Func<int, string> node)
    {
        var text = new StringBuilder("name: bench\nvars: { topic: bees, strict: false }\nnodes:\n");
        for (var i = 0; i < nodes; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{i}:\n").Append(node(i));
        }

        return text.ToString();
    }

    private static string Ordinary(int node, int seed) => node == 0
        ? $"    agent: llm://gpt-4o-mini\n    prompt: Name {seed} facts about ${{user.topic}}.\n"
        : "    agent: llm://gpt-4o-mini\n    system_prompt: You are brief.\n    config: { temperature: 0.2 }\n"
            + $"    prompt: |\n      Go on after this:\n      ${{n{node - 1}.output}}\n";

    private static string Branch(int node) => node == 0
        ? "    agent: llm://gpt-4o-mini\n    prompt: Answer yes or no.\n"
        : $"    agent: llm://gpt-4o-mini\n    when: ${{n0.output}} == yes and ${{user.strict}}\n    prompt: After ${{n{node - 1}.output}}\n";

    private static string Lone(int node) =>
        $"    agent: llm://gpt-4o-mini\n    when: ${{user.topic}} != 'n{node}'\n    prompt: Name a fact about ${{user.topic}}.\n";

    private static string FanIn(int node)
    {
        var text = new StringBuilder("    agent: llm://gpt-4o-mini\n    prompt: |\n");
        for (var i = 0; i < node; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"      ${{n{i}.output}}\n");
        }

        return text.ToString();
    }

    private static string Loop(int node) => "    agent: llm://gpt-4o-mini\n"
        + (node == 0 ? "    prompt: Begin.\n" : $"    prompt: After ${{n{node - 1}.output}}\n")
        + $"    back_edge: {{ target: n{Math.Max(0, node - 3)}, when: \"${{n{node}.output}} != good\" }}\n";
}
