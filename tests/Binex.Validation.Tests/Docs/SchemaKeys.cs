using System.Text.Json;

namespace Binex.Validation.Tests.Docs;

/// <summary>The keys that a published schema describes.</summary>
internal static class SchemaKeys
{
    /// <summary>A published schema.</summary>
    public static JsonElement Read(string name) => JsonElement.Parse(File.ReadAllBytes(Repository.PathOf("schemas", "v1", $"{name}.schema.json")));

    /// <summary>Every place at which a value is described.</summary>
    public static IEnumerable<(string Path, JsonElement Value)> Of(JsonElement schema) => Below(schema, "");

    private static IEnumerable<(string Path, JsonElement Value)> Below(JsonElement map, string path)
    {
        foreach (var (keyword, isNamed) in new[] { ("properties", true), ("patternProperties", true), ("$defs", true), ("items", false), ("additionalProperties", false) })
        {
            if (!map.TryGetProperty(keyword, out var value) || value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            foreach (var (name, child) in isNamed ? value.EnumerateObject().Select(member => (member.Name, member.Value)) : [("*", value)])
            {
                var at = $"{path}.{name}";
                yield return (at, child);
                foreach (var key in Below(child, at))
                {
                    yield return key;
                }
            }
        }
    }
}
