using System.Text;
using Binex.Core.Diagnostics;

namespace Binex.Validation.Files;

/// <summary>Reads text files that may be anything at all: missing, huge, binary, in another encoding.</summary>
public static class TextFileReader
{
    // Names beyond these are not looked at for suggestions; a folder may hold any number.
    private const int NamesCompared = 2_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file as UTF-8, with or without a byte order mark.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="shownPath">Its path as the user wrote it, for messages.</param>
    /// <param name="maxBytes">The largest size that is read.</param>
    public static FileReading Read(string path, string shownPath, int maxBytes)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return FileReading.Failed(FileProblemKind.Folder, $"'{shownPath}' is a folder, not a file", NearWorkflow(path, shownPath));
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.CanSeek && stream.Length > maxBytes)
            {
                return TooLarge(shownPath, stream.Length, maxBytes);
            }

            // One byte more than allowed is asked for, because a pipe does not tell its length.
            var bytes = new byte[stream.CanSeek ? (int)stream.Length + 1 : maxBytes + 1];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return count > maxBytes ? TooLarge(shownPath, count, maxBytes) : Decode(bytes.AsSpan(0, count), shownPath, maxBytes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileReading.Failed(FileProblemKind.Missing, $"there is no file '{shownPath}'", NearName(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return FileReading.Failed(FileProblemKind.Unreadable, $"'{shownPath}' cannot be read: {FirstSentence(exception.Message)}");
        }
    }

    /// <summary>Reads the bytes of a file that came from elsewhere as UTF-8, with or without a byte order mark.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="shownPath">Its path as the user wrote it, for messages.</param>
    /// <param name="maxBytes">The largest size that is read.</param>
    public static FileReading Decode(ReadOnlySpan<byte> bytes, string shownPath, int maxBytes)
    {
        if (bytes.Length > maxBytes)
        {
            return TooLarge(shownPath, bytes.Length, maxBytes);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return FileReading.Failed(FileProblemKind.NotText, $"'{shownPath}' is in UTF-16, and only UTF-8 is read", "save it as UTF-8");
        }

        if (bytes.IndexOf((byte)0) is >= 0 and var zero)
        {
            return FileReading.Failed(FileProblemKind.NotText, $"'{shownPath}' is not a text file: byte {zero + 1} is zero");
        }

        try
        {
            return FileReading.Of(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException exception)
        {
            var line = bytes[..Math.Clamp(exception.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            return FileReading.Failed(
                FileProblemKind.NotText, $"'{shownPath}' is not UTF-8: line {line} has bytes that no character has", "save it as UTF-8");
        }
    }

    private static FileReading TooLarge(string shownPath, long length, int maxBytes) =>
        FileReading.Failed(FileProblemKind.TooLarge, $"'{shownPath}' has {length:N0} bytes, and at most {maxBytes:N0} are read");

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
