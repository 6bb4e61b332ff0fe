using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary><c>dependentSchemas</c>: an object that has a certain key must match a further schema.</summary>
internal sealed class DependentSchemasKeyword(KeywordSite site, Dictionary<string, SchemaNode> schemas) : Keyword(site)
{
    private readonly NameTable<SchemaNode> _schemas = new(schemas);

    public override IEnumerable<SchemaNode> Conditional => schemas.Values;

    public static DependentSchemasKeyword? Build(SchemaSource source) =>
        source.ReadSchemaMap("dependentSchemas") is { } schemas
            ? new DependentSchemasKeyword(source.Site("dependentSchemas"), schemas)
            : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object || !evaluator.Spend(instance.GetPropertyCount()))
        {
            return !evaluator.IsExhausted;
        }

        var valid = true;
        foreach (var property in instance.EnumerateObject())
        {
            if (_schemas.TryGet(property, evaluator, out var schema) && !schema.Evaluate(instance, evaluator, evaluated))
            {
                valid = false;
                if (!evaluator.Collects)
                {
                    break;
                }
            }
        }

        return valid;
    }
}
