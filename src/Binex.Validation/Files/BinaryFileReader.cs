using Binex.Core.Diagnostics;

namespace Binex.Validation.Files;

/// <summary>Reads files that may be anything at all: missing, huge, a folder, a pipe.</summary>
internal static class BinaryFileReader
{
    // Names beyond these are not looked at for suggestions; a folder may hold any number.
    private const int NamesCompared = 2_000;
    private const int FirstRead = 16 * 1_024;

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="shownPath">Its path as the user wrote it, for messages.</param>
    /// <param name="maxBytes">The largest size that is read.</param>
    public static FileContent Read(string path, string shownPath, int maxBytes)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return FileContent.Failed(FileProblemKind.Folder, $"'{shownPath}' is a folder, not a file", NearWorkflow(path, shownPath));
            }

            // A handle, because a stream takes longer to load than most files take to read. What a pipe holds is known only at its end.
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Min(FirstRead, maxBytes + 1)];
            var count = 0;
            while (RandomAccess.Read(handle, bytes.AsSpan(count), count) is > 0 and var read)
            {
                count += read;
                if (count > maxBytes)
                {
                    return TooLarge(shownPath, Math.Max(count, new FileInfo(path).Length), maxBytes);
                }

                if (count == bytes.Length)
                {
                    Array.Resize(ref bytes, Math.Min(2 * count, maxBytes + 1));
                }
            }

            return FileContent.Of(bytes.AsMemory(0, count));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileContent.Failed(FileProblemKind.Missing, $"there is no file '{shownPath}'", NearName(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return FileContent.Failed(FileProblemKind.Unreadable, $"'{shownPath}' cannot be read: {FirstSentence(exception.Message)}");
        }
    }

    /// <summary>That a file is too large.</summary>
    public static FileContent TooLarge(string shownPath, long length, int maxBytes) =>
        FileContent.Failed(FileProblemKind.TooLarge, $"'{shownPath}' has {length:N0} bytes, and at most {maxBytes:N0} are read");

    private static string? NearName(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder))
        {
            return folder is null ? null : "its folder does not exist either";
        }

        return Spelling.Hint(Path.GetFileName(path), NamesIn(folder));
    }

    private static string? NearWorkflow(string folder, string shownPath)
    {
        var first = NamesIn(folder).FirstOrDefault(name => Path.GetExtension(name) is ".yaml" or ".yml");
        return first is null ? null : $"name a file in it, such as '{shownPath.TrimEnd('/')}/{first}'";
    }

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFiles(folder).Take(NamesCompared).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    private static string FirstSentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
