using Binex.Core.Expressions;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.References;

/// <summary>The texts of a workflow that nothing reads as templates yet, and which may hold references all the same.</summary>
internal static class OtherTexts
{
    private static readonly string[] OfRoot = ["mcp_servers", "webhook", "schedule", "gates"];

    private static readonly string[] OfNode = ["agent", "foreach", "exit", "assertions", "tools", "fallbacks", "model", "steps", "principles", "routing", "config"];

    /// <summary>All references in them.</summary>
    public static IEnumerable<Reference> References(WorkflowDraft draft)
    {
        foreach (var reference in References(draft.Root, OfRoot))
        {
            yield return reference;
        }

        foreach (var node in draft.Nodes)
        {
            foreach (var reference in References(node.Map, OfNode))
            {
                yield return reference;
            }
        }
    }

    /// <summary>The texts with a <c>${</c> in them under some keys of a map, each with the key of the map.</summary>
    public static IEnumerable<(ScalarNode Text, ScalarNode Key)> Texts(MappingNode? map, IReadOnlyList<string> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (map?.Entry(keys[i]) is { } entry)
            {
                foreach (var scalar in DocumentTexts.Below(entry.Value))
                {
                    if (scalar.Value.Contains("${", StringComparison.Ordinal))
                    {
                        yield return (scalar, entry.Key);
                    }
                }
            }
        }
    }

    private static IEnumerable<Reference> References(MappingNode? map, IReadOnlyList<string> keys)
    {
        foreach (var (text, _) in Texts(map, keys))
        {
            foreach (var reference in TextTemplate.Parse(text.Value).References)
            {
                yield return reference;
            }
        }
    }
}
