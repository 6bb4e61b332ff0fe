using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binex.Core.Costs;

/// <summary>Writes money as a decimal string, so that no reader makes a binary fraction of it; reads strings and numbers.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    // More than all the money there is; what is added up of such amounts still is a decimal.
    internal const decimal Most = 1_000_000_000_000_000;

    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number) && Math.Abs(number) <= Most)
        {
            return new Money(number);
        }

        return reader.TokenType == JsonTokenType.String
            && decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) <= Most
            ? new Money(amount)
            : throw new JsonException("money is a decimal number in a string, such as \"0.25\"");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToExactString());
}
