using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>The value of a member.</summary>
internal sealed class JsonMember(JsonElement value)
{
    public JsonElement Value { get; } = value;
}
