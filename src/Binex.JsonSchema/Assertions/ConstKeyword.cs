using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>const</c>: this very value.</summary>
internal sealed class ConstKeyword(KeywordSite site, JsonElement value) : Assertion(site)
{
    private readonly AllowedValues _values = new([value]);

    public string Expected => _values.Description;

    public static ConstKeyword? Build(SchemaSource source)
    {
        if (!source.TryGet("const", out var value))
        {
            return null;
        }

        if (JsonDepth.Exceeds(value, source.Options.MaxDepth))
        {
            source.Fail("const", $"nests deeper than the {source.Options.MaxDepth} levels that can be compared");
            return null;
        }

        return new ConstKeyword(source.Site("const"), value);
    }

    protected override bool Holds(JsonElement instance, Evaluator evaluator) => _values.Contain(instance, evaluator);

    protected override string Explain(JsonElement instance) => $"must be {Expected}, but is {Wording.Describe(instance)}";

    protected override SchemaError Describe(SchemaError error) => _values.Describe(error);
}
