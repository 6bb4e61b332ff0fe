using System.Text;

namespace Binex.Spine.Tests.Kill;

/// <summary>A workflow of 200 model nodes: twenty groups of a head, a fan of five, a join and a chain of three behind it.</summary>
internal static class KillWorkflow
{
    public const int Nodes = Groups * 10;

    /// <summary>A third more than all nodes cost at their worst: what kills and broken connections cost fits beside it, and little else.</summary>
    public const decimal Cap = 0.02m;

    private const int Groups = 20;

    public static string Text(string apiBase)
    {
        var text = new StringBuilder($$"""
            name: kill
            budget: {{Cap}}
            concurrency: 12
            defaults:
              retry_policy: { max_attempts: 4, initial: 10ms, max: 40ms }
            nodes:

            """);
        for (var group = 0; group < Groups; group++)
        {
            Add(text, apiBase, $"g{group}_head", []);
            for (var i = 0; i < 5; i++)
            {
                Add(text, apiBase, $"g{group}_fan{i}", [$"g{group}_head"]);
            }

            Add(text, apiBase, $"g{group}_join", [.. Enumerable.Range(0, 5).Select(i => $"g{group}_fan{i}")]);
            Add(text, apiBase, $"g{group}_chain0", [$"g{group}_join"]);
            Add(text, apiBase, $"g{group}_chain1", [$"g{group}_chain0"]);
            Add(text, apiBase, $"g{group}_chain2", [$"g{group}_chain1"]);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string apiBase, string id, string[] upstream)
    {
        var read = string.Concat(upstream.Select(node => $" ${{{node}.output}}"));
        text.AppendLine($"  {id}:").AppendLine("    agent: llm://gpt-4o-mini");
        text.AppendLine($"    prompt: \"[[{id}]] Go on from:{read}\"");
        text.AppendLine($"    config: {{ api_base: \"{apiBase}\", max_tokens: 40 }}");
    }
}
