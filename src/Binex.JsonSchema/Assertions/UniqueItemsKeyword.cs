using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>uniqueItems</c>: no two items of an array are equal. Linear in the size of the array.</summary>
internal sealed class UniqueItemsKeyword(KeywordSite site) : Keyword(site)
{
    // Below this, comparing all with all costs less than a table, and no memory.
    private const int SmallArray = 8;

    public static UniqueItemsKeyword? Build(SchemaSource source) =>
        source.ReadBoolean("uniqueItems") == true ? new UniqueItemsKeyword(source.Site("uniqueItems")) : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array || instance.GetArrayLength() < 2)
        {
            return true;
        }

        if (!evaluator.SpendOnText(instance))
        {
            return false;
        }

        if (JsonDepth.Exceeds(instance, evaluator.MaxDepth))
        {
            return evaluator.Exhaust($"nests deeper than the {evaluator.MaxDepth} levels that can be compared", Site.Schema.Node);
        }

        if (instance.GetArrayLength() <= SmallArray ? !HasTwinsSmall(instance) : FindTwin(instance) < 0)
        {
            return true;
        }

        if (evaluator.Collects)
        {
            var index = FindTwin(instance);
            evaluator.Report(Site.Error(
                evaluator.Path.ToString(),
                $"must not have two equal items, but item {index} repeats an earlier one: {Wording.Show(instance[index])}"));
        }

        return false;
    }

    private static bool HasTwinsSmall(JsonElement instance)
    {
        var rest = instance.EnumerateArray();
        while (rest.MoveNext())
        {
            var item = rest.Current;
            var others = rest;
            while (others.MoveNext())
            {
                if (JsonEquality.Instance.Equals(item, others.Current))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int FindTwin(JsonElement instance)
    {
        var seen = new HashSet<JsonElement>(instance.GetArrayLength(), JsonEquality.Instance);
        var index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            if (!seen.Add(item))
            {
                return index;
            }

            index++;
        }

        return -1;
    }
}
