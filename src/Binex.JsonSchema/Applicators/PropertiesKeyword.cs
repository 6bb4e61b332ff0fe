using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary>
/// <c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c>: one walk over the members of an object finds the schemas
/// for each.
/// </summary>
internal sealed class PropertiesKeyword(
    KeywordSite site,
    Dictionary<string, SchemaNode> named,
    PatternProperties? patterned,
    SchemaNode? additional)
    : Keyword(site)
{
    private readonly NameTable<SchemaNode> _named = new(named);

    public override IReadOnlyList<string> KnownKeys { get; } = [.. named.Keys];

    public static PropertiesKeyword? Build(SchemaSource source)
    {
        var named = source.ReadSchemaMap("properties") ?? [];
        var patterned = PatternProperties.Build(source);
        var additional = source.ReadSchema("additionalProperties");
        var first = source.Has("additionalProperties") ? "additionalProperties" : "properties";
        return new PropertiesKeyword(source.Site(first), named, patterned, additional);
    }

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object || !evaluator.Spend(instance.GetPropertyCount()))
        {
            return !evaluator.IsExhausted;
        }

        var valid = true;
        var position = 0;
        foreach (var property in instance.EnumerateObject())
        {
            valid &= EvaluateMember(property, evaluator, out var known);
            if (!valid && !evaluator.Collects)
            {
                return false;
            }

            if (known)
            {
                evaluated?.Mark(position);
            }

            position++;
        }

        return valid;
    }

    private bool EvaluateMember(JsonProperty property, Evaluator evaluator, out bool known)
    {
        known = _named.TryGet(property, evaluator, out var schema);
        var valid = !known || evaluator.EvaluateMember(schema!, property);
        if (patterned is not null)
        {
            valid &= patterned.Evaluate(property, evaluator, ref known);
        }

        if (known || additional is null)
        {
            return valid;
        }

        known = true;
        if (!additional.IsNever)
        {
            return evaluator.EvaluateMember(additional, property);
        }

        if (evaluator.Collects)
        {
            UnknownKey.Report(Site, KnownKeys, property, evaluator);
        }

        return false;
    }
}
