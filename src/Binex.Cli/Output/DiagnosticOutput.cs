using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Validation.Fixing;
using Binex.Validation.Rendering;

namespace Binex.Cli.Output;

/// <summary>Findings as commands print them.</summary>
internal static class DiagnosticOutput
{
    /// <summary>A writer of text, in colours or without.</summary>
    public static DiagnosticTextWriter Text(TextWriter writer, bool colours) =>
        new(writer, colours ? TerminalColours.Instance : NoColours.Instance);

    /// <summary>The document of findings.</summary>
    public static JsonElement Json(IReadOnlyList<Diagnostic> diagnostics, int files, IReadOnlyList<FixedFile>? mended = null)
    {
        using var stream = new MemoryStream();
        DiagnosticJsonWriter.Write(stream, diagnostics, files, mended);
        return JsonElement.Parse(stream.ToArray());
    }
}
