using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binex.Core.Costs;

/// <summary>Writes money as a decimal string, so that no reader makes a binary fraction of it; reads strings and numbers.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
        {
            return new Money(number);
        }

        return reader.TokenType == JsonTokenType.String
            && decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? new Money(amount)
            : throw new JsonException("money is a decimal number in a string, such as \"0.25\"");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToExactString());
}
