using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>
/// Equality as JSON Schema has it: numbers by value, strings by their characters, objects without regard to order.
/// It recurses, so callers check with <see cref="JsonDepth"/> first.
/// </summary>
internal sealed class JsonEquality : IEqualityComparer<JsonElement>
{
    // Below this many members, looking for each one is cheaper than a table of them.
    private const int SmallObject = 8;

    public static JsonEquality Instance { get; } = new();

    public bool Equals(JsonElement x, JsonElement y)
    {
        if (x.ValueKind != y.ValueKind)
        {
            return false;
        }

        return x.ValueKind switch
        {
            JsonValueKind.Number => JsonNumber.Of(x).CompareTo(JsonNumber.Of(y)) == 0,
            JsonValueKind.String => StringsEqual(x, y),
            JsonValueKind.Array => ArraysEqual(x, y),
            JsonValueKind.Object => ObjectsEqual(x, y),
            _ => true,
        };
    }

    public int GetHashCode(JsonElement obj) => JsonHash.Compute(obj);

    private static bool StringsEqual(JsonElement x, JsonElement y)
    {
        var left = JsonText.Raw(x);
        var right = JsonText.Raw(y);
        if (!left.Contains((byte)'\\') && !right.Contains((byte)'\\'))
        {
            return left.SequenceEqual(right);
        }

        using var leftText = JsonText.Of(x, stackalloc char[JsonText.ScratchLength]);
        using var rightText = JsonText.Of(y, stackalloc char[JsonText.ScratchLength]);
        return leftText.Characters.SequenceEqual(rightText.Characters);
    }

    private bool ArraysEqual(JsonElement x, JsonElement y)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (x.GetArrayLength() != y.GetArrayLength())
        {
            return false;
        }

        var right = y.EnumerateArray();
        foreach (var item in x.EnumerateArray())
        {
            right.MoveNext();
            if (!Equals(item, right.Current))
            {
                return false;
            }
        }

        return true;
    }

    private bool ObjectsEqual(JsonElement x, JsonElement y)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var count = x.GetPropertyCount();
        return count == y.GetPropertyCount()
            && (count <= SmallObject ? SmallObjectsEqual(x, y) : LargeObjectsEqual(JsonMembers.Read(x), JsonMembers.Read(y)));
    }

    // Each member is compared with one other only: with repeated names, comparing all with all would double at every level.
    private bool SmallObjectsEqual(JsonElement x, JsonElement y)
    {
        foreach (var property in x.EnumerateObject())
        {
            if (!TryFind(y, property, out var other) || !Equals(property.Value, other.Value))
            {
                return false;
            }
        }

        foreach (var property in y.EnumerateObject())
        {
            if (!TryFind(x, property, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryFind(JsonElement value, JsonProperty name, out JsonProperty found)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (JsonMembers.HaveSameName(property, name))
            {
                found = property;
                return true;
            }
        }

        found = default;
        return false;
    }

    private bool LargeObjectsEqual(Dictionary<string, JsonElement> x, Dictionary<string, JsonElement> y) =>
        x.Count == y.Count && x.All(member => y.TryGetValue(member.Key, out var other) && Equals(member.Value, other));
}
