using System.Security.Cryptography;
using System.Text.Json;
using Binex.Core.Json;

namespace Binex.Models.Cassettes;

/// <summary>The hash of a request: the same on every machine and in every process, in whatever order the members of its objects stand.</summary>
internal static class RequestHash
{
    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public static string Of(JsonElement request)
    {
        using var scratch = JsonScratch.Rent();
        Write(scratch.Writer, request);
        return Convert.ToHexStringLower(SHA256.HashData(scratch.Written));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                // The writer's own escapes: a text has one form, however the file that it was read from spells it.
                value.WriteTo(writer);
                break;
        }
    }
}
