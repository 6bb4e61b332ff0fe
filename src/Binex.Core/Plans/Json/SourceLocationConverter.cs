using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Binex.Core.Text;

namespace Binex.Core.Plans.Json;

/// <summary>Writes a place as <c>path:line:column</c>; reads it back as the empty stretch there.</summary>
internal sealed class SourceLocationConverter : JsonConverter<SourceLocation>
{
    public override SourceLocation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = reader.TokenType == JsonTokenType.String ? reader.GetString()!.Split(':') : [];
        if (parts is [_, .., var line, var column]
            && parts.Length >= 3
            && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var lines)
            && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var columns))
        {
            var place = new TextPosition(lines, columns);
            return new SourceLocation(string.Join(':', parts[..^2]), new TextRange(place, place));
        }

        throw new JsonException("a place is a string such as \"flow.yaml:3:5\"");
    }

    public override void Write(Utf8JsonWriter writer, SourceLocation value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
