using System.Text.Encodings.Web;
using System.Text.Json;
using Binex.Core.Json;
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

    private static readonly PublishedFormat<RunReport> Format = new("a report", "report.schema.json", Context.RunReport);

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
    public static RunReport? Read(ReadOnlySpan<byte> utf8, out string? problem) => Format.Read(utf8, out problem);
}
