using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary><c>contains</c>: the schema must accept so many items, from <c>minContains</c> to <c>maxContains</c>.</summary>
internal sealed class ContainsKeyword(KeywordSite site, SchemaNode schema, long minimum, long maximum) : Keyword(site)
{
    public static ContainsKeyword? Build(SchemaSource source)
    {
        var minimum = source.ReadCount("minContains") ?? 1;
        var maximum = source.ReadCount("maxContains") ?? long.MaxValue;
        return source.ReadSchema("contains") is { } schema
            ? new ContainsKeyword(source.Site("contains"), schema, minimum, maximum)
            : null;
    }

    public static ContainsKeyword? BuildWithoutLimits(SchemaSource source) =>
        source.ReadSchema("contains") is { } schema ? new ContainsKeyword(source.Site("contains"), schema, 1, long.MaxValue) : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var count = Count(instance, evaluator, evaluated);
        if (evaluator.IsExhausted)
        {
            return false;
        }

        if (count >= minimum && count <= maximum)
        {
            return true;
        }

        if (evaluator.Collects)
        {
            evaluator.Report(Explain(evaluator.Path.ToString(), count));
        }

        return false;
    }

    private long Count(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        long count = 0;
        var index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            if (evaluator.Probe(schema, item, null))
            {
                count++;
                evaluated?.Mark(index);
            }

            index++;
        }

        return count;
    }

    private SchemaError Explain(string pointer, long count)
    {
        if (count > maximum)
        {
            return (Site with { Name = "maxContains" }).Error(
                pointer, $"must have at most {Wording.Count(maximum, "item")} that match the schema in 'contains', but has {count}");
        }

        return minimum == 1
            ? Site.Error(pointer, "must have an item that matches the schema in 'contains', but has none")
            : (Site with { Name = "minContains" }).Error(
                pointer, $"must have at least {Wording.Count(minimum, "item")} that match the schema in 'contains', but has {count}");
    }
}
