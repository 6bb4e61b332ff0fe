namespace Binex.Validation.Features;

/// <summary>A place in a document that means a feature.</summary>
/// <param name="Path">Keys from the root, joined by dots; a star stands for every key or item.</param>
/// <param name="Name">What the feature is called.</param>
/// <param name="Value">The value that means it, with a star at its end for any ending or around it for any part; null for any value but null, false and what is empty.</param>
internal sealed record FeatureRow(string Path, string Name, string? Value = null)
{
    /// <summary>The keys.</summary>
    public string[] Steps { get; } = Path.Split('.');

    /// <summary>Whether a text is the value.</summary>
    public bool Means(string text) => Value switch
    {
        null => true,
        ['*', .. var part, '*'] => text.Contains(part, StringComparison.Ordinal),
        [.. var start, '*'] => text.StartsWith(start, StringComparison.Ordinal),
        _ => text.Equals(Value, StringComparison.Ordinal),
    };
}
