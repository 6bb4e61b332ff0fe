using System.Text.Json;
using Binex.JsonSchema.Dialects;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Patterns;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Compilation;

/// <summary>
/// What a keyword sees of the schema it stands in while it is built. Every reader answers null if the keyword is absent, and also if its
/// value is wrong; that is then reported.
/// </summary>
internal sealed class SchemaSource(SchemaLocation location, CompilationSession session)
{
    public SchemaLocation Location { get; } = location;

    public SchemaOptions Options => session.Options;

    public Dialect Dialect => Location.Resource.Dialect;

    public bool Has(string keyword) => Location.Members.ContainsKey(keyword);

    public bool TryGet(string keyword, out JsonElement value)
    {
        var found = Location.Members.TryGetValue(keyword, out var member);
        value = found ? member!.Value : default;
        return found;
    }

    public KeywordSite Site(string keyword) => new(Location, keyword);

    public void Fail(string keyword, string message, IReadOnlyList<string>? candidates = null) =>
        session.Errors.Add(Location, keyword, message, candidates);

    /// <summary>A keyword whose value is a schema.</summary>
    public SchemaNode? ReadSchema(string keyword) =>
        TryGet(keyword, out var value) ? session.Nodes.NodeAt(Location.Child(keyword, value)) : null;

    /// <summary>A keyword whose value is a list of schemas.</summary>
    public SchemaNode[]? ReadSchemas(string keyword)
    {
        if (!TryGet(keyword, JsonValueKind.Array, "a list of schemas", out var value))
        {
            return null;
        }

        if (value.GetArrayLength() == 0)
        {
            Fail(keyword, "must have at least one schema, but is empty");
            return null;
        }

        var list = Location.Child(keyword, value);
        var schemas = new SchemaNode[value.GetArrayLength()];
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            schemas[index] = session.Nodes.NodeAt(list.Child(index, item));
            index++;
        }

        return schemas;
    }

    /// <summary>A keyword whose value is an object of schemas.</summary>
    public Dictionary<string, SchemaNode>? ReadSchemaMap(string keyword)
    {
        if (ReadMap(keyword) is not { } places)
        {
            return null;
        }

        var schemas = new Dictionary<string, SchemaNode>(places.Count, StringComparer.Ordinal);
        foreach (var (name, place) in places)
        {
            schemas.Add(name, session.Nodes.NodeAt(place));
        }

        return schemas;
    }

    /// <summary>A keyword whose value is an object, with the places of its members.</summary>
    public Dictionary<string, SchemaLocation>? ReadMap(string keyword)
    {
        if (!TryGet(keyword, JsonValueKind.Object, "an object", out var value))
        {
            return null;
        }

        var map = Location.Child(keyword, value);
        var places = new Dictionary<string, SchemaLocation>(map.Members.Count, StringComparer.Ordinal);
        foreach (var (name, member) in map.Members)
        {
            places.Add(name, map.Child(name, member.Value));
        }

        return places;
    }

    /// <summary>The schema of a place below this one.</summary>
    public SchemaNode NodeAt(SchemaLocation place) => session.Nodes.NodeAt(place);

    /// <summary>The place that a reference points at.</summary>
    public SchemaLocation? ReadReference(string keyword) =>
        ReadString(keyword) is { } reference ? session.References.Resolve(Location, keyword, reference) : null;

    public string? ReadString(string keyword) =>
        TryGet(keyword, JsonValueKind.String, "a string", out var value) ? JsonText.Read(value) : null;

    public JsonElement? ReadNumber(string keyword) =>
        TryGet(keyword, JsonValueKind.Number, "a number", out var value) ? value : null;

    public bool? ReadBoolean(string keyword)
    {
        if (!TryGet(keyword, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.ValueKind == JsonValueKind.True;
        }

        Fail(keyword, $"must be a boolean, but is {Wording.Describe(value)}");
        return null;
    }

    /// <summary>A count: a whole number from 0. One beyond what a document can hold is taken as the largest long.</summary>
    public long? ReadCount(string keyword)
    {
        if (!TryGet(keyword, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && JsonNumber.Of(value) is { IsInteger: true, IsNegative: false } number)
        {
            return number.ToCount();
        }

        Fail(keyword, $"must be a whole number that is not negative, but is {Wording.Describe(value)}");
        return null;
    }

    /// <summary>A keyword whose value is a list of names, each once.</summary>
    public string[]? ReadNames(string keyword) => TryGet(keyword, out var value) ? ReadNames(keyword, value) : null;

    /// <summary>A list of names that is a part of a keyword's value.</summary>
    public string[]? ReadNames(string keyword, JsonElement value)
    {
        if (!IsListOfStrings(value))
        {
            Fail(keyword, $"must be a list of strings, but is {Wording.Describe(value)}");
            return null;
        }

        var names = new List<string>(value.GetArrayLength());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in value.EnumerateArray())
        {
            var name = JsonText.Read(item);
            if (seen.Add(name))
            {
                names.Add(name);
            }
        }

        if (names.Count < value.GetArrayLength())
        {
            Fail(keyword, "must not name anything twice");
        }

        return [.. names];
    }

    /// <summary>Reads a regular expression; the keyword is the one to blame.</summary>
    public Pattern? ReadPattern(string keyword, string source)
    {
        var pattern = Pattern.Create(source, Options.MaxPatternSize, Options.PatternTimeout, out var problem);
        if (pattern is null)
        {
            Fail(keyword, $"must be a regular expression, but {Wording.Quote(source)} {problem}");
        }

        return pattern;
    }

    private static bool IsListOfStrings(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryGet(string keyword, JsonValueKind kind, string expected, out JsonElement value)
    {
        if (!TryGet(keyword, out value))
        {
            return false;
        }

        if (value.ValueKind == kind)
        {
            return true;
        }

        Fail(keyword, $"must be {expected}, but is {Wording.Describe(value)}");
        return false;
    }
}
