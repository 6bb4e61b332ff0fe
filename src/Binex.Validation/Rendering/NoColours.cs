namespace Binex.Validation.Rendering;

/// <summary>Leaves everything as it is.</summary>
public sealed class NoColours : IDiagnosticColours
{
    /// <summary>The one instance.</summary>
    public static NoColours Instance { get; } = new();

    private NoColours()
    {
    }

    /// <inheritdoc/>
    public string Paint(DiagnosticPart part, string text) => text;
}
