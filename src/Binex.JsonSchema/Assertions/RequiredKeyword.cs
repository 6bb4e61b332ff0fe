using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>required</c>: keys an object must have. One error for each that is missing.</summary>
internal sealed class RequiredKeyword(KeywordSite site, string[] names) : Keyword(site)
{
    private readonly RequiredNames _names = new(names);

    public string Expected => $"{(names.Length == 1 ? "key" : "keys")} {string.Join(" and ", names.Take(10).Select(Wording.Quote))}";

    public override IReadOnlyList<string> KnownKeys => names;

    public static RequiredKeyword? Build(SchemaSource source) =>
        source.ReadNames("required") is { } names ? new RequiredKeyword(source.Site("required"), names) : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object || _names.AreIn(instance, evaluator))
        {
            return true;
        }

        if (evaluator.Collects)
        {
            foreach (var name in _names.MissingIn(instance))
            {
                evaluator.Report(Site.Error(evaluator.Path.ToString(), $"is missing the key {Wording.Quote(name)}"));
            }
        }

        return false;
    }
}
