namespace Binex.Validation.Rendering;

/// <summary>Colours the parts of a finding.</summary>
public interface IDiagnosticColours
{
    /// <summary>The text with what a terminal needs to colour it.</summary>
    /// <param name="part">What it is.</param>
    /// <param name="text">The text; it holds no control characters.</param>
    string Paint(DiagnosticPart part, string text);
}
