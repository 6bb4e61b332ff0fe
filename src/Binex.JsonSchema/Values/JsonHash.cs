using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>Hashes that agree with <see cref="JsonEquality"/>. Seeded by the process, so they are never stored.</summary>
internal static class JsonHash
{
    public static int Compute(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => JsonNumber.Of(value).ComputeHash(),
        JsonValueKind.String => OfString(value),
        JsonValueKind.Array => OfArray(value),
        JsonValueKind.Object => OfObject(value),
        _ => (int)value.ValueKind,
    };

    private static int OfString(JsonElement value)
    {
        using var text = JsonText.Of(value, stackalloc char[JsonText.ScratchLength]);
        return string.GetHashCode(text.Characters);
    }

    private static int OfArray(JsonElement value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var hash = new HashCode();
        foreach (var item in value.EnumerateArray())
        {
            hash.Add(Compute(item));
        }

        return hash.ToHashCode();
    }

    // A sum, because the order of members does not matter.
    private static int OfObject(JsonElement value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var sum = 0;
        foreach (var property in value.EnumerateObject())
        {
            sum = unchecked(sum + HashCode.Combine(OfName(property), Compute(property.Value)));
        }

        return sum;
    }

    // Apart, so that the recursion above does not hold its buffer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int OfName(JsonProperty property)
    {
        using var name = JsonText.OfName(property, stackalloc char[JsonText.ScratchLength]);
        return string.GetHashCode(name.Characters);
    }
}
