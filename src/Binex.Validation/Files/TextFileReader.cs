using System.Text;

namespace Binex.Validation.Files;

/// <summary>Reads text files that may be anything at all: missing, huge, binary, in another encoding.</summary>
public static class TextFileReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file as UTF-8, with or without a byte order mark.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="shownPath">Its path as the user wrote it, for messages.</param>
    /// <param name="maxBytes">The largest size that is read.</param>
    public static FileReading Read(string path, string shownPath, int maxBytes)
    {
        var content = BinaryFileReader.Read(path, shownPath, maxBytes);
        return content.IsRead ? Decode(content.Bytes.Span, shownPath, maxBytes) : FileReading.Failed(content.Problem);
    }

    /// <summary>Reads the bytes of a file that came from elsewhere as UTF-8, with or without a byte order mark.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="shownPath">Its path as the user wrote it, for messages.</param>
    /// <param name="maxBytes">The largest size that is read.</param>
    public static FileReading Decode(ReadOnlySpan<byte> bytes, string shownPath, int maxBytes)
    {
        if (bytes.Length > maxBytes)
        {
            return FileReading.Failed(BinaryFileReader.TooLarge(shownPath, bytes.Length, maxBytes).Problem!);
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
}
