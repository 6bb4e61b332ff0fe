using System.Text.Json;

namespace Binex.Models.Simulation;

/// <summary>
/// Schemas that must all hold for one value: references, <c>allOf</c> and one branch of each <c>anyOf</c> and <c>oneOf</c> laid side
/// by side, so that a keyword is found wherever it stands.
/// </summary>
internal sealed class SchemaConjunction
{
    private const int MostParts = 64;

    /// <summary>What carries content comes first: a value that may be null is not null.</summary>
    private static readonly string[] Preferred = ["object", "array", "string", "number", "integer", "boolean", "null"];

    private readonly JsonElement _root;
    private readonly List<JsonElement> _parts = [];

    /// <summary>Lays schemas side by side.</summary>
    /// <param name="root">The document that references point into.</param>
    /// <param name="schemas">The schemas.</param>
    /// <param name="choose">Chooses one of some branches.</param>
    internal SchemaConjunction(JsonElement root, IEnumerable<JsonElement> schemas, Func<IReadOnlyList<JsonElement>, JsonElement> choose)
    {
        _root = root;
        var open = new Queue<JsonElement>(schemas);
        while (open.TryDequeue(out var schema) && _parts.Count < MostParts)
        {
            if (schema.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            _parts.Add(schema);
            if (schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String && Resolve(reference.GetString()!) is { } target)
            {
                open.Enqueue(target);
            }

            foreach (var part in Branches(schema, "allOf"))
            {
                open.Enqueue(part);
            }

            foreach (var keyword in (ReadOnlySpan<string>)["anyOf", "oneOf"])
            {
                if (Branches(schema, keyword) is { Count: > 0 } branches)
                {
                    open.Enqueue(choose(branches));
                }
            }
        }
    }

    /// <summary>Every value of a keyword.</summary>
    /// <param name="keyword">The keyword.</param>
    internal IEnumerable<JsonElement> All(string keyword)
    {
        foreach (var part in _parts)
        {
            if (part.TryGetProperty(keyword, out var value))
            {
                yield return value;
            }
        }
    }

    /// <summary>The first value of a keyword; null when it stands nowhere.</summary>
    /// <param name="keyword">The keyword.</param>
    internal JsonElement? First(string keyword) => All(keyword).Select(value => (JsonElement?)value).FirstOrDefault();

    /// <summary>The numbers that a keyword has.</summary>
    /// <param name="keyword">The keyword.</param>
    internal IEnumerable<decimal> Numbers(string keyword) =>
        All(keyword).Where(value => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _)).Select(value => value.GetDecimal());

    /// <summary>The largest number that a keyword has, as a count; a default when it has none.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="none">The default.</param>
    internal int AtLeast(string keyword, int none) => (int)Math.Clamp(Numbers(keyword).DefaultIfEmpty(none).Max(), 0, int.MaxValue);

    /// <summary>The smallest number that a keyword has, as a count; a default when it has none.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="none">The default.</param>
    internal int AtMost(string keyword, int none) => (int)Math.Clamp(Numbers(keyword).DefaultIfEmpty(none).Min(), 0, int.MaxValue);

    /// <summary>Whether a keyword stands anywhere.</summary>
    /// <param name="keywords">The keywords; any of them.</param>
    internal bool Has(params ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (First(keyword) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The type of value that all parts accept; null when they have nothing in common.</summary>
    internal string? Type()
    {
        HashSet<string>? common = null;
        foreach (var type in All("type"))
        {
            var names = Types(type).ToHashSet(StringComparer.Ordinal);
            if (names.Contains("number"))
            {
                names.Add("integer");
            }

            common = common is null ? names : [.. common.Intersect(names)];
        }

        if (common is null)
        {
            return Inferred();
        }

        return Preferred.FirstOrDefault(common.Contains);
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => [type.GetString()!],
        JsonValueKind.Array => type.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    private string Inferred()
    {
        if (Has("properties", "required", "additionalProperties", "patternProperties", "minProperties"))
        {
            return "object";
        }

        if (Has("items", "prefixItems", "minItems", "contains"))
        {
            return "array";
        }

        return Has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf") ? "number" : "string";
    }

    private static List<JsonElement> Branches(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(branch => branch.ValueKind != JsonValueKind.False)]
            : [];

    private JsonElement? Resolve(string reference)
    {
        if (reference is "#" or "")
        {
            return _root;
        }

        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        var here = _root;
        foreach (var step in reference[2..].Split('/'))
        {
            var name = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (here.ValueKind == JsonValueKind.Object && here.TryGetProperty(name, out var member))
            {
                here = member;
            }
            else if (here.ValueKind == JsonValueKind.Array && int.TryParse(name, out var index) && index >= 0 && index < here.GetArrayLength())
            {
                here = here[index];
            }
            else
            {
                return null;
            }
        }

        return here;
    }
}
