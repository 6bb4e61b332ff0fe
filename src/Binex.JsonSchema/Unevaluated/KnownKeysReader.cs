using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Unevaluated;

/// <summary>Collects the keys that a schema, and whatever else it applies to the same object, knows by name.</summary>
internal static class KnownKeysReader
{
    public static IReadOnlyList<string> Around(SchemaNode schema)
    {
        var keys = new List<string>();
        var seen = new HashSet<SchemaNode> { schema };
        var open = new Queue<SchemaNode>(seen);
        while (open.TryDequeue(out var node))
        {
            foreach (var keyword in node.Keywords)
            {
                keys.AddRange(keyword.KnownKeys);
                foreach (var next in keyword.InPlace.Concat(keyword.Conditional).Where(seen.Add))
                {
                    open.Enqueue(next);
                }
            }
        }

        return [.. keys.Distinct(StringComparer.Ordinal)];
    }
}
