using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Patterns;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>pattern</c>: a regular expression that must match somewhere in the string.</summary>
internal sealed class PatternKeyword(KeywordSite site, Pattern pattern) : Assertion(site)
{
    public static PatternKeyword? Build(SchemaSource source) =>
        source.ReadString("pattern") is { } text && source.ReadPattern("pattern", text) is { } pattern
            ? new PatternKeyword(source.Site("pattern"), pattern)
            : null;

    protected override bool Holds(JsonElement instance, Evaluator evaluator)
    {
        if (instance.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        using var text = JsonText.Of(instance, stackalloc char[JsonText.ScratchLength]);
        return pattern.IsMatch(text.Characters, evaluator);
    }

    protected override string Explain(JsonElement instance) =>
        $"must match the pattern {Wording.Quote(pattern.Source)}, but is {Wording.Describe(instance)}";
}
