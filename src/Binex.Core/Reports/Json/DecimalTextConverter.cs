using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Binex.Core.Costs;

namespace Binex.Core.Reports.Json;

/// <summary>Writes decimals as strings, so that no reader makes a binary fraction of them; reads strings and numbers.</summary>
internal sealed class DecimalTextConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number) && Math.Abs(number) <= Money.MostUsd)
        {
            return number;
        }

        return reader.TokenType == JsonTokenType.String
            && decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= Money.MostUsd
            ? value
            : throw new JsonException("an exact number is a decimal number in a string, such as \"0.25\"");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
}
