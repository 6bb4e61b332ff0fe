using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Json;
using Binex.Core.Text;

namespace Binex.Validation.Rendering;

/// <summary>Writes findings for machines.</summary>
public static class DiagnosticJsonWriter
{
    /// <summary>The version of the form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes findings as one JSON object.</summary>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="diagnostics">The findings, in the order in which they are shown.</param>
    /// <param name="files">How many files were checked.</param>
    public static void Write(Stream output, IReadOnlyList<Diagnostic> diagnostics, int files)
    {
        using var writer = new Utf8JsonWriter(output, JsonText.WriterOptions with { Indented = true, NewLine = "\n" });
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", SchemaVersion);
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            Write(writer, diagnostic);
        }

        writer.WriteEndArray();
        var counts = DiagnosticCounts.Of(diagnostics);
        writer.WriteStartObject("summary");
        writer.WriteNumber("files", files);
        writer.WriteNumber("errors", counts.Errors);
        writer.WriteNumber("warnings", counts.Warnings);
        writer.WriteNumber("infos", counts.Infos);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        writer.WriteString("message", diagnostic.Message);
        Write(writer, diagnostic.Location);
        writer.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            writer.WriteStartObject();
            writer.WriteString("message", related.Message);
            Write(writer, related.Location);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("hint", diagnostic.Hint);
        writer.WriteString("help", diagnostic.Descriptor.HelpLink);
        writer.WriteNull("fix");
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SourceLocation location)
    {
        writer.WriteString("file", location.File);
        writer.WriteStartObject("range");
        Write(writer, "start", location.Range.Start);
        Write(writer, "end", location.Range.End);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, TextPosition position)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("line", position.Line);
        writer.WriteNumber("column", position.Column);
        writer.WriteEndObject();
    }
}
