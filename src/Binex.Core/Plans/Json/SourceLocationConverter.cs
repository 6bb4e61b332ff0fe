using System.Text.Json;
using System.Text.Json.Serialization;
using Binex.Core.Text;

namespace Binex.Core.Plans.Json;

/// <summary>Writes a place as <c>path:line:column</c>; reads it back as the empty stretch there.</summary>
internal sealed class SourceLocationConverter : JsonConverter<SourceLocation>
{
    public override SourceLocation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? SourceLocation.Parse(reader.GetString()) : null)
        ?? throw new JsonException("a place is a string such as \"flow.yaml:3:5\"");

    public override void Write(Utf8JsonWriter writer, SourceLocation value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
