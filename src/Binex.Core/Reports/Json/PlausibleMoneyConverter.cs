using System.Text.Json;
using System.Text.Json.Serialization;
using Binex.Core.Costs;

namespace Binex.Core.Reports.Json;

/// <summary>Money in a document that anybody may have written: sums of what is read must still be decimals.</summary>
internal sealed class PlausibleMoneyConverter : JsonConverter<Money>
{
    private static readonly MoneyJsonConverter Exact = new();

    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Exact.Read(ref reader, typeToConvert, options) is { IsPlausible: true } money
            ? money
            : throw new JsonException("there is not that much money");

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => Exact.Write(writer, value, options);
}
