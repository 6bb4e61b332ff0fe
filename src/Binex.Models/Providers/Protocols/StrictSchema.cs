using System.Text.Json;

namespace Binex.Models.Providers.Protocols;

/// <summary>
/// Tells the schemas that OpenAI can hold its answers to word by word (<c>strict</c>): objects whose members are all required and which have
/// no others, of the keywords that its documentation lists. It refuses every other schema when it is told to be strict.
/// </summary>
internal static class StrictSchema
{
    private const int MostDepth = 10;
    private const int MostProperties = 5_000;
    private const int MostValues = 1_000;
    private const int MostCharacters = 100_000;

    private static readonly HashSet<string> Keywords =
    [
        "type", "title", "description", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref", "$defs", "pattern", "format",
        "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems",
    ];

    private static readonly HashSet<string> Formats = ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];

    /// <summary>Whether a schema is one of those.</summary>
    /// <param name="schema">The schema.</param>
    internal static bool IsMet(JsonElement schema)
    {
        var counts = new Counts();
        return schema.ValueKind == JsonValueKind.Object && !schema.TryGetProperty("anyOf", out _) && IsMet(schema, 0, counts)
            && counts is { Properties: <= MostProperties, Values: <= MostValues, Characters: <= MostCharacters };
    }

    private static bool IsMet(JsonElement schema, int depth, Counts counts)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > MostDepth)
        {
            return false;
        }

        foreach (var member in schema.EnumerateObject())
        {
            var isMet = Keywords.Contains(member.Name) && member.Name switch
            {
                "properties" or "$defs" => AreMet(member.Value, depth + 1, counts),
                "items" => IsMet(member.Value, depth + 1, counts),
                "anyOf" => member.Value.ValueKind == JsonValueKind.Array && member.Value.EnumerateArray().All(branch => IsMet(branch, depth + 1, counts)),
                "enum" => Count(member.Value, counts),
                "format" => member.Value.ValueKind == JsonValueKind.String && Formats.Contains(member.Value.GetString()!),
                "$ref" => member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is "#" or ['#', '/', '$', 'd', 'e', 'f', 's', '/', ..],
                "pattern" => member.Value.ValueKind == JsonValueKind.String && !member.Value.GetString()!.Contains("(?", StringComparison.Ordinal),
                _ => true,
            };
            if (!isMet)
            {
                return false;
            }
        }

        // What says nothing would let anything pass.
        return IsClosed(schema) && (schema.TryGetProperty("type", out _) || schema.TryGetProperty("$ref", out _) || schema.TryGetProperty("anyOf", out _)
            || schema.TryGetProperty("enum", out _) || schema.TryGetProperty("const", out _));
    }

    private static bool AreMet(JsonElement schemas, int depth, Counts counts)
    {
        if (schemas.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (var member in schemas.EnumerateObject())
        {
            counts.Properties++;
            counts.Characters += member.Name.Length;
            if (!IsMet(member.Value, depth, counts))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Count(JsonElement values, Counts counts)
    {
        if (values.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        counts.Values += values.GetArrayLength();
        counts.Characters += values.GetRawText().Length;
        return true;
    }

    private static bool IsClosed(JsonElement schema)
    {
        if (!IsObject(schema))
        {
            return true;
        }

        var required = schema.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!).ToHashSet()
            : [];
        return schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False
            && schema.TryGetProperty("properties", out var properties) && properties.EnumerateObject().All(property => required.Contains(property.Name));
    }

    private static bool IsObject(JsonElement schema) => schema.TryGetProperty("properties", out _) || (schema.TryGetProperty("type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsObjectWord) : IsObjectWord(type)));

    private static bool IsObjectWord(JsonElement type) => type.ValueKind == JsonValueKind.String && type.ValueEquals("object");

    private sealed class Counts
    {
        public int Properties { get; set; }

        public int Values { get; set; }

        public int Characters { get; set; }
    }
}
