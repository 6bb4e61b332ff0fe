using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Unevaluated;

/// <summary><c>unevaluatedItems</c>: a schema for the items that no other keyword has looked at. Evaluated after all others.</summary>
internal sealed class UnevaluatedItemsKeyword(KeywordSite site, SchemaNode schema) : Keyword(site)
{
    public static UnevaluatedItemsKeyword? Build(SchemaSource source) =>
        source.ReadSchema("unevaluatedItems") is { } schema
            ? new UnevaluatedItemsKeyword(source.Site("unevaluatedItems"), schema)
            : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array || evaluated is null || !evaluator.Spend(instance.GetArrayLength()))
        {
            return !evaluator.IsExhausted;
        }

        var valid = true;
        var index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            if (!evaluated.Contains(index))
            {
                valid &= evaluator.EvaluateItem(schema, item, index);
                if (!valid && !evaluator.Collects)
                {
                    return false;
                }
            }

            index++;
        }

        evaluated.MarkAll();
        return valid;
    }
}
