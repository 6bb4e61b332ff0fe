using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>Types as schemas write them, as sentences name them and as values have them.</summary>
internal static class JsonTypeNames
{
    public static IReadOnlyList<string> All { get; } = ["array", "boolean", "integer", "null", "number", "object", "string"];

    public static JsonTypes Parse(string name) => name switch
    {
        "array" => JsonTypes.Array,
        "boolean" => JsonTypes.Boolean,
        "integer" => JsonTypes.Integer,
        "null" => JsonTypes.Null,
        "number" => JsonTypes.Number,
        "object" => JsonTypes.Object,
        "string" => JsonTypes.String,
        _ => JsonTypes.None,
    };

    /// <summary>Whether a value is of one of the types. The digits of a number are read only if the answer hangs on them.</summary>
    public static bool Include(this JsonTypes types, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => (types & JsonTypes.Object) != 0,
        JsonValueKind.Array => (types & JsonTypes.Array) != 0,
        JsonValueKind.String => (types & JsonTypes.String) != 0,
        JsonValueKind.True or JsonValueKind.False => (types & JsonTypes.Boolean) != 0,
        JsonValueKind.Null => (types & JsonTypes.Null) != 0,
        JsonValueKind.Number => (types & JsonTypes.Number) switch
        {
            JsonTypes.Number => true,
            JsonTypes.Integer => JsonNumber.Of(value).IsInteger,
            _ => false,
        },
        _ => false,
    };

    /// <summary>"a string", "an integer or null".</summary>
    public static string Describe(JsonTypes types) => Wording.Either(Name(types));

    /// <summary>Each type with its article.</summary>
    public static List<string> Name(JsonTypes types)
    {
        var names = new List<string>();
        Add(JsonTypes.Object, "an object");
        Add(JsonTypes.Array, "an array");
        Add(JsonTypes.String, "a string");
        Add(JsonTypes.Number, "a number");
        if ((types & JsonTypes.Number) == JsonTypes.Integer)
        {
            names.Add("an integer");
        }

        Add(JsonTypes.Boolean, "a boolean");
        Add(JsonTypes.Null, "null");
        return names;

        void Add(JsonTypes type, string name)
        {
            if ((types & type) == type)
            {
                names.Add(name);
            }
        }
    }
}
