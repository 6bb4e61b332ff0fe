using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>minProperties</c> and <c>maxProperties</c>: the number of keys of an object.</summary>
internal sealed class MemberLimit(KeywordSite site, long limit, bool isMinimum) : CountLimit(site, limit, isMinimum)
{
    public static MemberLimit? BuildMinimum(SchemaSource source) =>
        source.ReadCount("minProperties") is { } limit ? new MemberLimit(source.Site("minProperties"), limit, isMinimum: true) : null;

    public static MemberLimit? BuildMaximum(SchemaSource source) =>
        source.ReadCount("maxProperties") is { } limit ? new MemberLimit(source.Site("maxProperties"), limit, isMinimum: false) : null;

    protected override bool AppliesTo(JsonElement instance) => instance.ValueKind == JsonValueKind.Object;

    protected override int Measure(JsonElement instance) => instance.GetPropertyCount();

    protected override string Name(long count) => Wording.Count(count, "key");
}
