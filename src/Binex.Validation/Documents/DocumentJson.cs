using System.Text.Json;
using Binex.Core.Json;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Documents;

/// <summary>Turns a document's values into JSON values.</summary>
internal static class DocumentJson
{
    /// <summary>The JSON value of a node.</summary>
    public static JsonElement ToJson(this DocumentNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Text } text => JsonValues.From(text.Value),
        ScalarNode { Kind: ScalarKind.Null } => JsonValues.Null,
        ScalarNode { Kind: ScalarKind.Boolean } flag => JsonValues.From(flag.Flag == true),
        _ => JsonValues.Write(writer => Write(node, writer)),
    };

    private static void Write(DocumentNode node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case MappingNode mapping:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping.Entries)
                {
                    writer.WritePropertyName(key.Value);
                    Write(value, writer);
                }

                writer.WriteEndObject();
                break;
            case SequenceNode sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case ScalarNode scalar:
                WriteScalar(scalar, writer);
                break;
        }
    }

    private static void WriteScalar(ScalarNode scalar, Utf8JsonWriter writer)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                writer.WriteNullValue();
                break;
            case ScalarKind.Boolean:
                writer.WriteBooleanValue(scalar.Flag == true);
                break;
            case ScalarKind.Integer or ScalarKind.Number:
                writer.WriteRawValue(scalar.NumberText!);
                break;
            default:
                writer.WriteStringValue(scalar.Value);
                break;
        }
    }
}
