using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>type</c>: one type, or a list of them.</summary>
internal sealed class TypeKeyword(KeywordSite site, JsonTypes types) : Assertion(site)
{
    public string Expected => JsonTypeNames.Describe(types);

    public static TypeKeyword? Build(SchemaSource source)
    {
        if (!source.TryGet("type", out var value))
        {
            return null;
        }

        var names = value.ValueKind == JsonValueKind.String ? [JsonText.Read(value)] : source.ReadNames("type");
        if (names is null)
        {
            return null;
        }

        if (names.Length == 0)
        {
            source.Fail("type", "must name at least one type, but is empty");
            return null;
        }

        var types = JsonTypes.None;
        foreach (var name in names)
        {
            types |= Parse(source, name);
        }

        return new TypeKeyword(source.Site("type"), types);
    }

    protected override bool Holds(JsonElement instance, Evaluator evaluator) =>
        types.Include(instance) && (instance.ValueKind != JsonValueKind.Number || evaluator.SpendOnText(instance));

    protected override string Explain(JsonElement instance) => $"must be {Expected}, but is {Wording.Describe(instance)}";

    protected override SchemaError Describe(SchemaError error) => error with { ExpectedTypes = types };

    private static JsonTypes Parse(SchemaSource source, string name)
    {
        var type = JsonTypeNames.Parse(name);
        if (type == JsonTypes.None)
        {
            source.Fail("type", $"must be {Wording.Either(JsonTypeNames.All)}, but is {Wording.Quote(name)}", JsonTypeNames.All);
        }

        return type;
    }
}
