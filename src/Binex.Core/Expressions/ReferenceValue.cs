using System.Text.Json;

namespace Binex.Core.Expressions;

/// <summary>What a reference stands for, or why it stands for nothing.</summary>
/// <param name="Value">The value; meaningless when missing.</param>
/// <param name="Missing">Why there is no value, as a sentence; null when there is one (which may be null).</param>
public readonly record struct ReferenceValue(JsonElement Value, string? Missing)
{
    /// <summary>A value that is there.</summary>
    /// <param name="value">The value.</param>
    public static ReferenceValue Of(JsonElement value) => new(value, null);

    /// <summary>A value that is not there.</summary>
    /// <param name="reason">Why, as a sentence.</param>
    public static ReferenceValue NotFound(string reason) => new(default, reason);
}
