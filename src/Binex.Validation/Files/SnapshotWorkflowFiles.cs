using Binex.Core.Diagnostics;

namespace Binex.Validation.Files;

/// <summary>Files as an earlier load read them (<see cref="LoadResult.FilesRead"/>), so that a run is resumed with what it began with.</summary>
/// <param name="files">Texts by path, as the workflow names them.</param>
/// <param name="attached">The bytes of an attached file by its path; null when they are not kept; no such function where no file is attached.</param>
public sealed class SnapshotWorkflowFiles(IReadOnlyDictionary<string, string> files, Func<string, byte[]?>? attached = null) : IWorkflowFiles
{
    /// <inheritdoc/>
    public FileReading Read(string path, bool allowOutside) =>
        files.TryGetValue(path, out var text)
            ? FileReading.Of(text)
            : FileReading.Failed(
                FileProblemKind.Missing, $"'{path}' is not among the files that were kept with the run", Spelling.Hint(path, files.Keys));

    /// <inheritdoc/>
    public FileContent ReadBytes(string path, bool allowOutside, int maxBytes) =>
        attached?.Invoke(path) is { } bytes
            ? FileContent.Of(bytes)
            : FileContent.Failed(FileProblemKind.Missing, $"'{path}' is not among the files that were kept with the run");
}
