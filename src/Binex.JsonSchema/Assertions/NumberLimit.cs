using System.Text;
using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>minimum</c>, <c>maximum</c>, <c>exclusiveMinimum</c>, <c>exclusiveMaximum</c>: exact, whatever the number of
/// digits.</summary>
internal sealed class NumberLimit(KeywordSite site, JsonElement limit, int side, bool inclusive) : Assertion(site)
{
    private readonly byte[] _limit = Encoding.UTF8.GetBytes(limit.GetRawText());

    public static NumberLimit? BuildMinimum(SchemaSource source) => Build(source, "minimum", 1, inclusive: true);

    public static NumberLimit? BuildMaximum(SchemaSource source) => Build(source, "maximum", -1, inclusive: true);

    public static NumberLimit? BuildExclusiveMinimum(SchemaSource source) => Build(source, "exclusiveMinimum", 1, inclusive: false);

    public static NumberLimit? BuildExclusiveMaximum(SchemaSource source) => Build(source, "exclusiveMaximum", -1, inclusive: false);

    protected override bool Holds(JsonElement instance, Evaluator evaluator)
    {
        if (instance.ValueKind != JsonValueKind.Number)
        {
            return true;
        }

        if (!evaluator.SpendOnText(instance))
        {
            return false;
        }

        var order = JsonNumber.Of(instance).CompareTo(JsonNumber.Parse(_limit));
        return order == 0 ? inclusive : Math.Sign(order) == side;
    }

    protected override string Explain(JsonElement instance)
    {
        var relation = side > 0 ? (inclusive ? ">=" : ">") : (inclusive ? "<=" : "<");
        return $"must be {relation} {Wording.Show(limit)}, but is {Wording.Show(instance)}";
    }

    private static NumberLimit? Build(SchemaSource source, string keyword, int side, bool inclusive) =>
        source.ReadNumber(keyword) is { } limit ? new NumberLimit(source.Site(keyword), limit, side, inclusive) : null;
}
