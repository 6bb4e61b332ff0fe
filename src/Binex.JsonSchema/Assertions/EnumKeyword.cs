using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>enum</c>: one of these values.</summary>
internal sealed class EnumKeyword(KeywordSite site, JsonElement[] values) : Assertion(site)
{
    private readonly AllowedValues _values = new(values);

    public string Expected => _values.Description;

    public static EnumKeyword? Build(SchemaSource source)
    {
        if (!source.TryGet("enum", out var values))
        {
            return null;
        }

        if (values.ValueKind != JsonValueKind.Array)
        {
            source.Fail("enum", $"must be a list of values, but is {Wording.Describe(values)}");
            return null;
        }

        foreach (var value in values.EnumerateArray())
        {
            if (JsonDepth.Exceeds(value, source.Options.MaxDepth - 1))
            {
                source.Fail("enum", $"nests deeper than the {source.Options.MaxDepth} levels that can be compared");
                return null;
            }
        }

        return new EnumKeyword(source.Site("enum"), AllowedValues.Read(values));
    }

    protected override bool Holds(JsonElement instance, Evaluator evaluator) => _values.Contain(instance, evaluator);

    protected override string Explain(JsonElement instance) => $"must be {Expected}, but is {Wording.Describe(instance)}";

    protected override SchemaError Describe(SchemaError error) => _values.Describe(error);
}
