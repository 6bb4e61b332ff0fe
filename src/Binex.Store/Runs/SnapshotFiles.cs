using System.Buffers;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Store.Disk;

namespace Binex.Store.Runs;

/// <summary>Keeps a run's snapshot in its folder: <c>workflow.yaml</c>, byte for byte, and <c>inputs.json</c>.</summary>
internal static class SnapshotFiles
{
    private const int Format = 1;
    private const int MaxBytes = 64 * 1024 * 1024;
    private const string WorkflowName = "workflow.yaml";
    private const string InputsName = "inputs.json";

    /// <summary>Writes the files, down to the disk: a journal that survives a power cut is of no use without them.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="snapshot">What they hold.</param>
    public static void Write(string folder, RunSnapshot snapshot)
    {
        AtomicFile.Write(Path.Join(folder, WorkflowName), snapshot.Workflow.Span, durable: true);
        var inputs = new InputsFile(Format, snapshot.SourcePath, snapshot.Files, snapshot.Vars, snapshot.Options) { Attachments = snapshot.Attachments };
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, JsonText.WriterOptions with { Indented = true, NewLine = "\n" }))
        {
            JsonSerializer.Serialize(writer, inputs, InputsJson.Default.InputsFile);
        }

        AtomicFile.Write(Path.Join(folder, InputsName), json.WrittenSpan, durable: true);
    }

    /// <summary>Reads the files.</summary>
    /// <param name="folder">The run's folder.</param>
    public static SnapshotReading Read(string folder)
    {
        var workflowPath = Path.Join(folder, WorkflowName);
        var inputsPath = Path.Join(folder, InputsName);
        try
        {
            if (PlainFile.ReadAll(workflowPath, MaxBytes) is not { } workflow)
            {
                return Problem(workflowPath, "it is missing or empty");
            }

            if (PlainFile.ReadAll(inputsPath, MaxBytes) is not { } json)
            {
                return Problem(inputsPath, "it is missing or empty");
            }

            var inputs = JsonSerializer.Deserialize(json, InputsJson.Default.InputsFile);
            return inputs is null || inputs.V < 1 ? Problem(inputsPath, "it is not the description of a run")
                : inputs.V > Format ? Problem(inputsPath, $"it has format {inputs.V}, and this version of Binex reads format {Format}; use a newer version")
                : inputs.Files.FirstOrDefault(file => file.Value is null).Key is { } empty ? Problem(inputsPath, $"'{empty}' has no text")
                : inputs.Attachments.FirstOrDefault(file => file.Value is null).Key is { } unnamed ? Problem(inputsPath, $"'{unnamed}' has no hash")
                : new SnapshotReading(ToSnapshot(inputs, workflow), null);
        }
        catch (JsonException exception)
        {
            return Problem(inputsPath, exception.Message);
        }
        catch (IOException exception)
        {
            return new SnapshotReading(null, $"what the run was started with cannot be read: {exception.Message}");
        }
    }

    private static RunSnapshot ToSnapshot(InputsFile inputs, byte[] workflow) =>
        new(inputs.SourcePath, workflow) { Files = inputs.Files, Attachments = inputs.Attachments, Vars = inputs.Vars, Options = inputs.Options };

    private static SnapshotReading Problem(string path, string problem) =>
        new(null, $"what the run was started with cannot be read: {path}: {problem}");
}
