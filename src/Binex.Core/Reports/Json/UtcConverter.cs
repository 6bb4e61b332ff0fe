using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binex.Core.Reports.Json;

/// <summary>Writes times as UTC with a <c>Z</c>.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time)
            ? time.ToUniversalTime()
            : throw new JsonException("a time is a string such as \"2026-01-31T12:00:00Z\"");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
