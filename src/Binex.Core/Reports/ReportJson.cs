using System.Text.Encodings.Web;
using System.Text.Json;
using Binex.Core.Reports.Json;

namespace Binex.Core.Reports;

/// <summary>Writes and reads reports as JSON (<c>schemas/v1/report.schema.json</c>). The same report always gives the same bytes.</summary>
public static class ReportJson
{
    private static readonly ReportJsonContext Context = new(new JsonSerializerOptions(ReportJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    });

    /// <summary>The report as indented JSON in UTF-8.</summary>
    /// <param name="report">The report.</param>
    public static byte[] Write(RunReport report) => JsonSerializer.SerializeToUtf8Bytes(report, Context.RunReport);

    /// <summary>Writes the report as indented JSON in UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where it goes.</param>
    /// <param name="cancellationToken">Gives up; what is written by then is of no use.</param>
    public static Task WriteAsync(RunReport report, Stream stream, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(stream, report, Context.RunReport, cancellationToken);

    /// <summary>Reads a report.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="problem">Why it is no report, with the place in it, as a sentence; null when it is one.</param>
    /// <returns>The report; null when the text is none.</returns>
    public static RunReport? Read(ReadOnlySpan<byte> utf8, out string? problem)
    {
        try
        {
            var report = JsonSerializer.Deserialize(utf8, Context.RunReport);
            problem = report switch
            {
                null => "it is null, not a report",
                { SchemaVersion: not 1 } => $"it is a report of version {report.SchemaVersion}, and this version of Binex reads version 1",
                _ => null,
            };
            return problem is null ? report : null;
        }
        catch (JsonException exception)
        {
            problem = $"it is not a report: {exception.Message}";
            return null;
        }
    }
}
