using Binex.Validation.Documents;

namespace Binex.Validation.Files;

/// <summary>Files on the disk, held within one folder: neither <c>..</c> nor a symbolic link leads out of it.</summary>
/// <param name="folder">The workflow's folder.</param>
public sealed class DiskWorkflowFiles(string folder) : IWorkflowFiles
{
    private const int MostLinks = 40;

    private readonly string _folder = Path.GetFullPath(folder.Length == 0 ? "." : folder);

    /// <inheritdoc/>
    public FileReading Read(string path, bool allowOutside)
    {
        var content = ReadBytes(path, allowOutside, DocumentLimits.MaxBytes);
        return content.IsRead ? TextFileReader.Decode(content.Bytes.Span, path, DocumentLimits.MaxBytes) : FileReading.Failed(content.Problem);
    }

    /// <inheritdoc/>
    public FileContent ReadBytes(string path, bool allowOutside, int maxBytes)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            return FileContent.Failed(
                FileProblemKind.Missing,
                "the path after 'file://' is empty or holds a zero character",
                "write file:// and a path, such as file://prompts/draft.md");
        }

        var full = Path.GetFullPath(path, _folder);
        try
        {
            if (!allowOutside && !IsInside(full))
            {
                return FileContent.Failed(
                    FileProblemKind.Outside, $"'{path}' is outside the workflow's folder", "move the file into the folder, or write 'allow_outside: true' in the node");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileContent.Failed(
                FileProblemKind.Unreadable, $"the way to '{path}' cannot be followed: {exception.Message.TrimEnd('.')}");
        }

        return BinaryFileReader.Read(full, path, maxBytes);
    }

    private bool IsInside(string full) => IsBelow(full, _folder) && RealPath(full) is { } real && RealPath(_folder) is { } root && IsBelow(
        real, root);

    private static bool IsBelow(string path, string folder)
    {
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var prefix = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(prefix, comparison);
    }

    // The path with every symbolic link on the way followed; null when they lead in a circle or cannot be read.
    private static string? RealPath(string full)
    {
        for (var links = 0; links < MostLinks; links++)
        {
            if (FollowFirstLink(full) is not { } next)
            {
                return full;
            }

            full = next;
        }

        return null;
    }

    private static string? FollowFirstLink(string full)
    {
        var root = Path.GetPathRoot(full)!;
        var current = root;
        var parts = full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            current = Path.Combine(current, parts[i]);
            if (new FileInfo(current).LinkTarget is { } target)
            {
                var parent = Path.GetDirectoryName(current)!;
                return Path.GetFullPath(Path.Combine([target, .. parts[(i + 1)..]]), parent);
            }
        }

        return null;
    }
}
