using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Applicators;

/// <summary>
/// Schemas for the first items of an array and one for the rest: <c>prefixItems</c> and <c>items</c>, or in draft-07 <c>items</c> as a
/// list and <c>additionalItems</c>.
/// </summary>
internal sealed class ItemsKeyword(KeywordSite site, SchemaNode[] prefix, SchemaNode? rest) : Keyword(site)
{
    public static ItemsKeyword? BuildPrefixItems(SchemaSource source)
    {
        var prefix = source.ReadSchemas("prefixItems") ?? [];
        return new ItemsKeyword(source.Site("items"), prefix, source.ReadSchema("items"));
    }

    public static ItemsKeyword? BuildAdditionalItems(SchemaSource source)
    {
        var additional = source.ReadSchema("additionalItems");
        if (!source.TryGet("items", out var items))
        {
            return null;
        }

        return items.ValueKind == JsonValueKind.Array
            ? new ItemsKeyword(source.Site("items"), source.ReadSchemas("items") ?? [], additional)
            : new ItemsKeyword(source.Site("items"), [], source.ReadSchema("items"));
    }

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var valid = true;
        var index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            var schema = index < prefix.Length ? prefix[index] : rest;
            if (schema is null)
            {
                break;
            }

            valid &= evaluator.EvaluateItem(schema, item, index);
            if (!valid && !evaluator.Collects)
            {
                return false;
            }

            evaluated?.Mark(index);
            index++;
        }

        return valid;
    }
}
