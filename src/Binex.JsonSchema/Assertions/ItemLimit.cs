using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>minItems</c> and <c>maxItems</c>: the length of an array.</summary>
internal sealed class ItemLimit(KeywordSite site, long limit, bool isMinimum) : CountLimit(site, limit, isMinimum)
{
    public static ItemLimit? BuildMinimum(SchemaSource source) =>
        source.ReadCount("minItems") is { } limit ? new ItemLimit(source.Site("minItems"), limit, isMinimum: true) : null;

    public static ItemLimit? BuildMaximum(SchemaSource source) =>
        source.ReadCount("maxItems") is { } limit ? new ItemLimit(source.Site("maxItems"), limit, isMinimum: false) : null;

    protected override bool AppliesTo(JsonElement instance) => instance.ValueKind == JsonValueKind.Array;

    protected override int Measure(JsonElement instance) => instance.GetArrayLength();

    protected override string Name(long count) => Wording.Count(count, "item");
}
