using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary>
/// Schemas for the first items of an array and one for the rest: <c>prefixItems</c> and <c>items</c>, or in draft-07 <c>items</c> as a
/// list and <c>additionalItems</c>.
/// </summary>
/// <param name="site">The keyword whose schema is for the rest.</param>
/// <param name="prefix">The schemas of the first items.</param>
/// <param name="rest">The schema of the others; null if they may be anything.</param>
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
            ? new ItemsKeyword(source.Site("additionalItems"), source.ReadSchemas("items") ?? [], additional)
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

            valid &= schema == rest && rest.IsNever ? Reject(index, evaluator) : evaluator.EvaluateItem(schema, item, index);
            if (!valid && !evaluator.Collects)
            {
                return false;
            }

            evaluated?.Mark(index);
            index++;
        }

        return valid;
    }

    private bool Reject(int index, Evaluator evaluator)
    {
        if (evaluator.Collects)
        {
            evaluator.Path.Push(index);
            var allowed = prefix.Length == 0 ? "none" : $"at most {Wording.Count(prefix.Length, "item")}";
            evaluator.Report(Site.Error(evaluator.Path.ToString(), $"is an item too many: there may be {allowed}"));
            evaluator.Path.Pop();
        }

        return false;
    }
}
