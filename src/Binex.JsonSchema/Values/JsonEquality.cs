using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>
/// Equality as JSON Schema has it: numbers by value, strings by their characters, objects without regard to order. Where a name is
/// repeated within an object, its first value is compared with the first, the second with the second.
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
        if (left.IndexOf((byte)'\\') < 0 && right.IndexOf((byte)'\\') < 0)
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

    // With as many members on both sides, finding each of one side on the other is enough.
    private bool ObjectsEqual(JsonElement x, JsonElement y)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var count = x.GetPropertyCount();
        return count == y.GetPropertyCount() && (count <= SmallObject ? SmallObjectsEqual(x, y) : LargeObjectsEqual(x, y));
    }

    private bool SmallObjectsEqual(JsonElement x, JsonElement y)
    {
        var position = 0;
        foreach (var property in x.EnumerateObject())
        {
            var occurrence = CountBefore(x, property, position++);
            if (!TryFind(y, property, occurrence, out var other) || !Equals(property.Value, other.Value))
            {
                return false;
            }
        }

        return true;
    }

    private bool LargeObjectsEqual(JsonElement x, JsonElement y)
    {
        var members = ReadOccurrences(y).ToDictionary(member => (member.Name, member.Occurrence), member => member.Value);
        return ReadOccurrences(x).All(member =>
            members.TryGetValue((member.Name, member.Occurrence), out var other) && Equals(member.Value, other));
    }

    private static int CountBefore(JsonElement value, JsonProperty name, int end)
    {
        var count = 0;
        var position = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (position++ == end)
            {
                break;
            }

            count += JsonMembers.HaveSameName(property, name) ? 1 : 0;
        }

        return count;
    }

    private static bool TryFind(JsonElement value, JsonProperty name, int occurrence, out JsonProperty found)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (JsonMembers.HaveSameName(property, name) && occurrence-- == 0)
            {
                found = property;
                return true;
            }
        }

        found = default;
        return false;
    }

    private static IEnumerable<(string Name, int Occurrence, JsonElement Value)> ReadOccurrences(JsonElement value)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = JsonText.ReadName(property);
            var occurrence = counts.GetValueOrDefault(name);
            counts[name] = occurrence + 1;
            yield return (name, occurrence, property.Value);
        }
    }
}
