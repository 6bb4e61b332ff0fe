using System.Text.Encodings.Web;
using System.Text.Json;
using Binex.Core.Reports.Json;
using Binex.JsonSchema;

namespace Binex.Core.Reports;

/// <summary>Writes and reads reports as JSON (<c>schemas/v1/report.schema.json</c>). The same report always gives the same bytes.</summary>
public static class ReportJson
{
    private static readonly ReportJsonContext Context = new(new JsonSerializerOptions(ReportJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    });

    private static readonly Lazy<CompiledSchema> Schema = new(ReadSchema);

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
            var root = JsonElement.Parse(utf8, new JsonDocumentOptions { MaxDepth = Context.Options.MaxDepth });
            problem = ProblemWith(root);
            return problem is null ? Read(root, out problem) : null;
        }
        catch (JsonException exception)
        {
            problem = $"it is not a report: {exception.Message}";
            return null;
        }
    }

    // What is as the schema says and cannot be read all the same is too large, or no time.
    private static RunReport? Read(JsonElement root, out string? problem)
    {
        try
        {
            problem = null;
            return root.Deserialize(Context.RunReport);
        }
        catch (JsonException exception)
        {
            var why = exception.InnerException is FormatException or OverflowException ? "the number is too large or too small" : exception.Message;
            problem = $"it is not a report: {exception.Path}: {why}";
            return null;
        }
    }

    // A report is a file that anybody may have written: only what is as the schema says is read.
    private static string? ProblemWith(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schemaVersion", out var version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number != 1)
        {
            return $"it is a report of version {number}, and this version of Binex reads version 1";
        }

        return Schema.Value.Validate(root) is [var error, ..] ? $"it is not a report: {(error.InstancePointer.Length > 0 ? error.InstancePointer : "the document")} {error.Message}" : null;
    }

    private static CompiledSchema ReadSchema()
    {
        using var stream = typeof(ReportJson).Assembly.GetManifestResourceStream("report.schema.json") ?? throw new InvalidOperationException("report.schema.json is not embedded");
        using var document = JsonDocument.Parse(stream);
        var compilation = SchemaCompiler.Compile(document.RootElement);
        return compilation.Schema ?? throw new InvalidOperationException($"report.schema.json is wrong: {string.Join("; ", compilation.Errors)}");
    }
}
