using System.Globalization;
using System.Text;

namespace Binex.Bench;

/// <summary>Texts of workflows to check.</summary>
internal static class BenchWorkflows
{
    /// <summary>A workflow of nodes n0, n1, ….</summary>
    public static string Of(int nodes, Func<int, string> node)
    {
        var text = new StringBuilder("name: bench\nvars: { topic: bees, strict: false }\nnodes:\n");
        for (var i = 0; i < nodes; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{i}:\n").Append(node(i));
        }

        return text.ToString();
    }

    public static string Ordinary(int node, int seed) => node == 0
        ? $"    agent: llm://gpt-4o-mini\n    prompt: Name {seed} facts about ${{user.topic}}.\n"
        : "    agent: llm://gpt-4o-mini\n    system_prompt: You are brief.\n    config: { temperature: 0.2, max_tokens: 500 }\n"
            + $"    prompt: |\n      Go on after this:\n      ${{n{node - 1}.output}}\n";

    public static string Branch(int node) => node == 0
        ? "    agent: llm://gpt-4o-mini\n    prompt: Answer yes or no.\n"
        : $"    agent: llm://gpt-4o-mini\n    when: ${{n0.output}} == yes and ${{user.strict}}\n    prompt: After ${{n{node - 1}.output}}\n";

    public static string FanIn(int node, int nodes)
    {
        if (node < nodes - 1)
        {
            return $"    agent: llm://gpt-4o-mini\n    when: ${{user.topic}} != 'n{node}'\n    prompt: Name a fact about ${{user.topic}}.\n";
        }

        var text = new StringBuilder("    agent: llm://gpt-4o-mini\n    prompt: |\n");
        for (var i = 0; i < node; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"      ${{n{i}.output}}\n");
        }

        return text.ToString();
    }

    public static string Loop(int node) => "    agent: llm://gpt-4o-mini\n"
        + (node == 0 ? "    prompt: Begin.\n" : $"    prompt: After ${{n{node - 1}.output}}\n")
        + $"    back_edge: {{ target: n{Math.Max(0, node - 3)}, when: \"${{n{node}.output}} != good\" }}\n";
}
