using System.Text;
using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Json;

namespace Binex.Reports.Diagnostics;

/// <summary>
/// Shows findings as a log of SARIF 2.1.0, for code scanning and editors: rules with their pages as help, ranges, other places, fixes, and
/// fingerprints that stay when lines move.
/// </summary>
public static class SarifReport
{
    internal const string SourceRoot = "%SRCROOT%";

    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>The log of a check.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="toolVersion">The version of Binex.</param>
    /// <param name="pageOf">The documentation of a code, in Markdown.</param>
    public static string Render(DiagnosticReport report, string toolVersion, Func<string, string> pageOf)
    {
        var rules = report.Diagnostics.Select(diagnostic => diagnostic.Descriptor).DistinctBy(rule => rule.Code)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal).ToList();
        return Log(toolVersion, writer => SarifRules.Write(writer, rules, pageOf), writer =>
        {
            writer.WriteStartArray("invocations");
            writer.WriteStartObject();
            writer.WriteBoolean("executionSuccessful", true);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartArray("artifacts");
            foreach (var file in report.Files)
            {
                writer.WriteStartObject();
                SarifResults.WriteFile(writer, "location", report.Folder, file);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("results");
            new SarifResults(writer, report.Folder, rules).Write(report.Diagnostics);
            writer.WriteEndArray();
        });
    }

    /// <summary>The log of a check that did not take place.</summary>
    /// <param name="message">Why.</param>
    /// <param name="exitCode">The exit code that says so.</param>
    /// <param name="toolVersion">The version of Binex.</param>
    public static string Problem(string message, int exitCode, string toolVersion) => Log(toolVersion, _ => { }, writer =>
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", false);
        writer.WriteNumber("exitCode", exitCode);
        writer.WriteStartArray("toolExecutionNotifications");
        writer.WriteStartObject();
        writer.WriteString("level", "error");
        WriteMessage(writer, "message", message);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("results");
        writer.WriteEndArray();
    });

    /// <summary>Writes a message object.</summary>
    internal static void WriteMessage(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Log(string toolVersion, Action<Utf8JsonWriter> writeRules, Action<Utf8JsonWriter> writeRun)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.WriterOptions with { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", Schema);
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            WriteTool(writer, toolVersion, writeRules);
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteStartObject("originalUriBaseIds");
            writer.WriteStartObject(SourceRoot);
            WriteMessage(writer, "description", "The folder in which the command was given.");
            writer.WriteEndObject();
            writer.WriteEndObject();
            writeRun(writer);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void WriteTool(Utf8JsonWriter writer, string toolVersion, Action<Utf8JsonWriter> writeRules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "Binex");
        writer.WriteString("version", toolVersion);
        writer.WriteString("semanticVersion", toolVersion);
        writer.WriteStartArray("rules");
        writeRules(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
