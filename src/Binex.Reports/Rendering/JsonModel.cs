using System.Text.Json;
using Scriban.Runtime;

namespace Binex.Reports.Rendering;

/// <summary>Makes of JSON what templates see.</summary>
internal static class JsonModel
{
    /// <summary>The members of an object.</summary>
    public static ScriptObject Of(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return (ScriptObject)ValueOf(document.RootElement)!;
    }

    private static object? ValueOf(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new ScriptObject();
                foreach (var member in element.EnumerateObject())
                {
                    members[member.Name] = ValueOf(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new ScriptArray(element.EnumerateArray().Select(ValueOf));
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out var whole) ? whole : element.GetDecimal();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }
}
