using System.Text.Json;
using Binex.Core.Json;
using Binex.JsonSchema;

namespace Binex.Models.Simulation;

/// <summary>
/// Writes a value that a JSON Schema accepts. Knows type, enum, const, properties, required, items, prefixItems, limits of every
/// kind, pattern, format, allOf, anyOf, oneOf and references within the schema; not <c>not</c>, <c>if</c> and references to elsewhere:
/// those hold by luck, which is tried several times.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="topic">What strings are about.</param>
/// <param name="random">Decides what is written.</param>
internal sealed class SimulatedJson(JsonElement schema, SimulatedTopic topic, Random random)
{
    private const int DepthOfOptional = 4;
    private const int Deepest = 48;
    private const int MostItems = 200;
    private const int MostValues = 5_000;
    private const int MostTries = 12;

    private readonly SimulatedString _strings = new(topic, random);
    private int _values;

    /// <summary>Writes the value: the first of several that the schema accepts, else the last.</summary>
    internal string Write()
    {
        var check = SchemaCompiler.Compile(schema).Schema;
        for (var tries = 1; ; tries++)
        {
            _values = 0;
            var value = JsonValues.Write(writer => Write(writer, [schema], "", 0, 0));
            if (tries == MostTries || _values >= MostValues || check is null || check.IsValid(value))
            {
                return value.GetRawText();
            }
        }
    }

    private void Write(Utf8JsonWriter writer, IReadOnlyList<JsonElement> schemas, string name, int index, int depth)
    {
        var parts = new SchemaConjunction(schema, schemas, branches => Choose(branches, depth));
        _values++;
        if (parts.First("const") is { } constant)
        {
            constant.WriteTo(writer);
            return;
        }

        if (Allowed(parts) is { Count: > 0 } allowed)
        {
            allowed[(random.Next(allowed.Count) + index) % allowed.Count].WriteTo(writer);
            return;
        }

        switch (parts.Type())
        {
            case "object" when depth < Deepest && _values < MostValues:
                WriteObject(writer, parts, depth);
                break;
            case "array" when depth < Deepest && _values < MostValues:
                WriteArray(writer, parts, name, depth);
                break;
            case "object":
                writer.WriteStartObject();
                writer.WriteEndObject();
                break;
            case "array":
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            case "integer":
                writer.WriteNumberValue(SimulatedNumber.Whole(parts, random, index));
                break;
            case "number":
                writer.WriteNumberValue(SimulatedNumber.Any(parts, random, index));
                break;
            case "boolean":
                writer.WriteBooleanValue(random.Next(2) == 0);
                break;
            case "string":
                writer.WriteStringValue(_strings.Write(parts, name, index));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private void WriteObject(Utf8JsonWriter writer, SchemaConjunction parts, int depth)
    {
        var properties = parts.All("properties").Where(value => value.ValueKind == JsonValueKind.Object)
            .SelectMany(value => value.EnumerateObject()).ToLookup(property => property.Name, property => property.Value);
        var required = parts.All("required").SelectMany(Strings).ToList();
        var optional = depth < DepthOfOptional && _values < MostValues ? properties.Select(group => group.Key) : [];
        var names = optional.Where(name => properties[name].All(value => value.ValueKind != JsonValueKind.False))
            .Concat(required).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < names.Count && names.Count < MostItems; i++)
        {
            names.AddRange(parts.All("dependentRequired").Where(value => value.ValueKind == JsonValueKind.Object)
                .SelectMany(value => value.TryGetProperty(names[i], out var more) ? Strings(more) : []).Except(names).ToList());
        }

        var others = parts.All("additionalProperties").Where(value => value.ValueKind == JsonValueKind.Object).ToList();
        for (var i = 1; names.Count < Math.Min(MostItems, parts.AtLeast("minProperties", 0)); i++)
        {
            names.Add($"key{i}");
        }

        // A map without declared keys says more with an entry than without.
        if (names.Count == 0 && others.Count > 0 && depth < DepthOfOptional && parts.AtMost("maxProperties", 1) > 0)
        {
            names.Add(topic.Words[0].ToLowerInvariant());
        }

        writer.WriteStartObject();
        foreach (var name in names.Take(Math.Max(required.Count, parts.AtMost("maxProperties", int.MaxValue))))
        {
            writer.WritePropertyName(name);
            Write(writer, properties.Contains(name) ? [.. properties[name]] : others, name, 0, depth + 1);
        }

        writer.WriteEndObject();
    }

    private void WriteArray(Utf8JsonWriter writer, SchemaConjunction parts, string name, int depth)
    {
        var first = (parts.First("prefixItems") ?? parts.First("items")) is { ValueKind: JsonValueKind.Array } tuple ? tuple.EnumerateArray().ToList() : [];
        var rest = parts.All(first.Count > 0 && parts.First("prefixItems") is null ? "additionalItems" : "items")
            .Where(value => value.ValueKind == JsonValueKind.Object).ToList();
        var contained = parts.All("contains").Where(value => value.ValueKind == JsonValueKind.Object).ToList();
        var few = depth >= DepthOfOptional || _values >= MostValues ? 0 : Math.Max(first.Count, random.Next(2, 4));
        var fewest = Math.Max(parts.AtLeast("minItems", 0), contained.Count == 0 ? 0 : parts.AtLeast("minContains", 1));
        var count = Math.Min(MostItems, Math.Min(Math.Max(few, fewest), parts.AtMost("maxItems", int.MaxValue)));

        writer.WriteStartArray();
        for (var i = 0; i < count && _values < MostValues; i++)
        {
            Write(writer, i < first.Count ? [first[i]] : [.. rest, .. contained], Singular(name), i, depth + 1);
        }

        writer.WriteEndArray();
    }

    private JsonElement Choose(IReadOnlyList<JsonElement> branches, int depth)
    {
        if (depth < DepthOfOptional)
        {
            return branches[random.Next(branches.Count)];
        }

        // Far down only what ends there, so that a schema which contains itself comes to an end.
        var ends = branches.Where(branch => branch.ValueKind == JsonValueKind.Object
            && (branch.TryGetProperty("const", out _) || branch.TryGetProperty("enum", out _)
                || (branch.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is not ("object" or "array")))).ToList();
        return ends.Count > 0 ? ends[0] : branches[depth % branches.Count];
    }

    private static List<JsonElement> Allowed(SchemaConjunction parts)
    {
        List<JsonElement>? common = null;
        foreach (var list in parts.All("enum").Where(value => value.ValueKind == JsonValueKind.Array))
        {
            var values = list.EnumerateArray().ToList();
            common = common is null ? values : common.Where(value => values.Any(other => JsonElement.DeepEquals(value, other))).ToList();
        }

        // A value that may be null is not null where there is a choice.
        return common?.Where(value => value.ValueKind != JsonValueKind.Null).ToList() is { Count: > 0 } telling ? telling : common ?? [];
    }

    private static IEnumerable<string> Strings(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
        : [];

    private static string Singular(string name) => name.Length > 3 && name.EndsWith('s') ? name[..^1] : name;
}
