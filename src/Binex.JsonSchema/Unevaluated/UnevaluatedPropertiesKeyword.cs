using System.Text.Json;
using Binex.JsonSchema.Applicators;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Unevaluated;

/// <summary><c>unevaluatedProperties</c>: a schema for the members that no other keyword has looked at. Evaluated after all
/// others.</summary>
internal sealed class UnevaluatedPropertiesKeyword(KeywordSite site, SchemaNode schema) : Keyword(site)
{
    // Found out at the first error, since it takes the whole graph; two threads may both do so.
    private IReadOnlyList<string>? _knownHere;

    public static UnevaluatedPropertiesKeyword? Build(SchemaSource source) =>
        source.ReadSchema("unevaluatedProperties") is { } schema
            ? new UnevaluatedPropertiesKeyword(source.Site("unevaluatedProperties"), schema)
            : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object || evaluated is null || !evaluator.Spend(instance.GetPropertyCount()))
        {
            return !evaluator.IsExhausted;
        }

        var valid = true;
        var position = 0;
        foreach (var property in instance.EnumerateObject())
        {
            if (!evaluated.Contains(position))
            {
                valid &= EvaluateMember(property, evaluator);
                if (!valid && !evaluator.Collects)
                {
                    return false;
                }
            }

            position++;
        }

        evaluated.MarkAll();
        return valid;
    }

    private bool EvaluateMember(JsonProperty property, Evaluator evaluator)
    {
        if (!schema.IsNever)
        {
            return evaluator.EvaluateMember(schema, property);
        }

        if (evaluator.Collects)
        {
            _knownHere ??= KnownKeysReader.Around(Site.Schema.Node!);
            UnknownKey.Report(Site, _knownHere, property, evaluator);
        }

        return false;
    }
}
