using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Formats;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>format</c>, where it rejects. Names that are not known are ignored.</summary>
internal sealed class FormatKeyword(KeywordSite site, string name, FormatCheck check) : Assertion(site)
{
    public static FormatKeyword? BuildAnnotation(SchemaSource source)
    {
        var format = BuildAssertion(source);
        return source.Options.AssertFormat ? format : null;
    }

    public static FormatKeyword? BuildAssertion(SchemaSource source) =>
        source.ReadString("format") is { } name && FormatTable.Find(name) is { } check
            ? new FormatKeyword(source.Site("format"), name, check)
            : null;

    protected override bool Holds(JsonElement instance, Evaluator evaluator)
    {
        if (instance.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        if (!evaluator.SpendOnText(instance))
        {
            return false;
        }

        using var text = JsonText.Of(instance, stackalloc char[JsonText.ScratchLength]);
        return check(text.Characters);
    }

    protected override string Explain(JsonElement instance) => $"must be {FormatTable.Describe(name)}, but is {Wording.Describe(instance)}";
}
