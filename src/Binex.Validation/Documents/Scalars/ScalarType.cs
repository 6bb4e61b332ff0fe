namespace Binex.Validation.Documents.Scalars;

/// <summary>Type of a scalar.</summary>
/// <param name="Kind">The type.</param>
/// <param name="NumberText">A number as JSON writes it; null for everything else, and for numbers that JSON has not.</param>
internal readonly record struct ScalarType(ScalarKind Kind, string? NumberText = null)
{
    /// <summary>Text.</summary>
    public static ScalarType Text => new(ScalarKind.Text);
}
