using System.Text.Json;
using Binex.Core.Json;

namespace Binex.Core.Expressions;

/// <summary>Follows a reference from its root along its path, and falls back to its default.</summary>
public static class ReferenceResolution
{
    /// <summary>The value of a reference: path followed, default applied where the value is missing, null or an empty text.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="source">Where values come from.</param>
    public static ReferenceValue ResolveFrom(this Reference reference, IReferenceSource source)
    {
        var found = source.Find(reference);
        if (found.Missing is null && reference.Path.Count > 0)
        {
            found = Follow(reference, found.Value);
        }

        return reference.Default is { } fallback && IsEmpty(found) ? ReferenceValue.Of(JsonValues.From(fallback)) : found;
    }

    private static bool IsEmpty(ReferenceValue value) =>
        value.Missing is not null || JsonValues.IsNull(value.Value) || (value.Value.ValueKind == JsonValueKind.String && value.Value.ValueEquals(""u8));

    // A skipped node's output is null, and so is everything inside it.
    private static ReferenceValue Follow(Reference reference, JsonElement value)
    {
        foreach (var segment in reference.Path)
        {
            if (JsonValues.IsNull(value))
            {
                return ReferenceValue.Of(JsonValues.Null);
            }

            if (segment.Name is { } name)
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                {
                    return ReferenceValue.NotFound($"{reference} has no '{name}'");
                }
            }
            else if (value.ValueKind != JsonValueKind.Array || segment.Index >= value.GetArrayLength())
            {
                return ReferenceValue.NotFound($"{reference} has no item {segment.Index}");
            }
            else
            {
                value = value[segment.Index];
            }
        }

        return ReferenceValue.Of(value);
    }
}
