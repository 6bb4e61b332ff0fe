using Binex.Core.Text;

namespace Binex.Core.Diagnostics;

/// <summary>A way to mend what was found that needs no decision by a person.</summary>
/// <param name="Title">What it does, as an order: "rename it to 'prompt'".</param>
/// <param name="Edits">The changes of the file that the finding is about; none overlaps another.</param>
public sealed record DiagnosticFix(string Title, IReadOnlyList<TextEdit> Edits);
