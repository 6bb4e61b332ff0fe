using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Json;
using Binex.Core.Text;
using Binex.Reports.Diagnostics;

namespace Binex.Cli.Output;

/// <summary>Writes what commands have to say, in the format that was asked for.</summary>
internal sealed class Printer(CliContext context, OutputFormat format)
{
    public OutputFormat Format => format;

    public bool IsJson => format == OutputFormat.Json;

    /// <summary>Writes a problem, and returns its exit code.</summary>
    public int Fail(CliProblem problem)
    {
        if (IsJson)
        {
            PrintJson(writer => WriteProblem(writer, problem));
        }
        else if (format != OutputFormat.Text && MachineFormats.Problem(format, problem) is { } text)
        {
            context.Console.Out.Write(text);
        }
        else
        {
            context.Console.Error.WriteLine($"error: {LogText.Lines(problem.Message)}");
            if (problem.Hint is not null)
            {
                context.Console.Error.WriteLine($"  hint: {LogText.Lines(problem.Hint)}");
            }
        }

        return problem.ExitCode;
    }

    /// <summary>Writes a problem with the findings that are its cause, and returns its exit code.</summary>
    public int Refuse(CliProblem problem, IReadOnlyList<Diagnostic> findings, IReadOnlyList<SourceText> sources)
    {
        if (format == OutputFormat.MsBuild)
        {
            context.Console.Out.Write(MsBuildLines.Render(new DiagnosticReport(context.WorkingFolder, [], findings)));
            return Fail(problem);
        }

        if (!IsJson)
        {
            DiagnosticOutput.Text(context.Console.Error, context.IsLively).Write(findings, sources);
            return Fail(problem);
        }

        PrintJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", 1);
            WriteError(writer, problem);
            writer.WritePropertyName("diagnostics");
            DiagnosticOutput.Json(findings, 1).GetProperty("diagnostics").WriteTo(writer);
            writer.WriteEndObject();
        });
        return problem.ExitCode;
    }

    /// <summary>Writes one JSON document to stdout.</summary>
    public void PrintJson(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.WriterOptions with { Indented = true }))
        {
            write(writer);
        }

        PrintJson(System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    /// <summary>Writes one JSON document to stdout.</summary>
    public void PrintJson(JsonElement json) => PrintJson(json.WriteTo);

    /// <summary>Writes one JSON document to stdout.</summary>
    public void PrintJson(string json) => context.Console.Out.WriteLine(json);

    /// <summary>Writes the members of a problem's document.</summary>
    public static void WriteProblem(Utf8JsonWriter writer, CliProblem problem)
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        WriteError(writer, problem);
        writer.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter writer, CliProblem problem)
    {
        writer.WriteStartObject("error");
        writer.WriteNumber("exitCode", problem.ExitCode);
        writer.WriteString("message", problem.Message);
        if (problem.Hint is not null)
        {
            writer.WriteString("hint", problem.Hint);
        }

        writer.WriteEndObject();
    }
}
