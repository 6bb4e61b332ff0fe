using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Json;
using Binex.Core.Text;
using Binex.Validation.Fixing;

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
    /// <param name="mended">The files that were mended; null where nobody asked for it.</param>
    public static void Write(Stream output, IReadOnlyList<Diagnostic> diagnostics, int files, IReadOnlyList<FixedFile>? mended = null)
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
        if (mended is not null)
        {
            WriteMended(writer, mended);
        }

        var counts = DiagnosticCounts.Of(diagnostics);
        writer.WriteStartObject("summary");
        writer.WriteNumber("files", files);
        writer.WriteNumber("errors", counts.Errors);
        writer.WriteNumber("warnings", counts.Warnings);
        writer.WriteNumber("infos", counts.Infos);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteMended(Utf8JsonWriter writer, IReadOnlyList<FixedFile> files)
    {
        writer.WriteStartArray("fixed");
        foreach (var file in files)
        {
            writer.WriteStartObject();
            writer.WriteString("file", file.File);
            writer.WriteBoolean("written", file.IsWritten);
            writer.WriteStartArray("fixes");
            foreach (var finding in file.Fixed)
            {
                writer.WriteStartObject();
                writer.WriteString("code", finding.Code);
                writer.WriteString("title", finding.Fix!.Title);
                Write(writer, finding.Location.Range);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("diff", file.Diff);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
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
        Write(writer, diagnostic.Fix);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DiagnosticFix? fix)
    {
        if (fix is null)
        {
            writer.WriteNull("fix");
            return;
        }

        writer.WriteStartObject("fix");
        writer.WriteString("title", fix.Title);
        writer.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            writer.WriteStartObject();
            Write(writer, edit.Range);
            writer.WriteString("newText", edit.NewText);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SourceLocation location)
    {
        writer.WriteString("file", location.File);
        Write(writer, location.Range);
    }

    private static void Write(Utf8JsonWriter writer, TextRange range)
    {
        writer.WriteStartObject("range");
        Write(writer, "start", range.Start);
        Write(writer, "end", range.End);
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
