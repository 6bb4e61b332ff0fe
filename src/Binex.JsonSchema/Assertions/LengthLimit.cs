using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>minLength</c> and <c>maxLength</c>: the length of a string in code points.</summary>
internal sealed class LengthLimit(KeywordSite site, long limit, bool isMinimum) : CountLimit(site, limit, isMinimum)
{
    public static LengthLimit? BuildMinimum(SchemaSource source) =>
        source.ReadCount("minLength") is { } limit ? new LengthLimit(source.Site("minLength"), limit, isMinimum: true) : null;

    public static LengthLimit? BuildMaximum(SchemaSource source) =>
        source.ReadCount("maxLength") is { } limit ? new LengthLimit(source.Site("maxLength"), limit, isMinimum: false) : null;

    protected override bool IsFree => false;

    protected override bool AppliesTo(JsonElement instance) => instance.ValueKind == JsonValueKind.String;

    protected override int Measure(JsonElement instance) => JsonText.CountCodePoints(instance);

    protected override string Name(long count) => Wording.Count(count, "character");
}
