using System.Buffers.Binary;

namespace Binex.Core.Attachments;

/// <summary>Reads from the first bytes of a picture what it is and how large. Reads nothing but headers, and never beyond the content.</summary>
internal static class ImageHeader
{
    /// <summary>The media type of a picture; null for what is none of the four kinds that models read.</summary>
    /// <param name="content">The file.</param>
    public static string? MediaTypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8) ? "image/gif"
        : content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    /// <summary>The size that the header states; null where it states none.</summary>
    /// <param name="mediaType">What it is.</param>
    /// <param name="content">The file.</param>
    public static ImageSize? SizeOf(string mediaType, ReadOnlySpan<byte> content) => mediaType switch
    {
        "image/png" => Png(content),
        "image/jpeg" => Jpeg(content),
        "image/gif" => Gif(content),
        _ => WebP(content),
    } is { Width: > 0, Height: > 0 } size ? size : null;

    private static ImageSize Png(ReadOnlySpan<byte> content) => content.Length < 24 || !content[12..].StartsWith("IHDR"u8)
        ? default
        : new ImageSize(BinaryPrimitives.ReadUInt32BigEndian(content[16..]), BinaryPrimitives.ReadUInt32BigEndian(content[20..]));

    // Segment after segment, up to the one with the frame's size.
    private static ImageSize Jpeg(ReadOnlySpan<byte> content)
    {
        var at = 2;
        while (at + 9 <= content.Length && content[at] == 0xFF)
        {
            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new ImageSize(BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]));
            }

            var hasNoLength = marker is 0x01 or (>= 0xD0 and <= 0xD8);
            at += hasNoLength ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
        }

        return default;
    }

    // A frame may be larger than the screen that it says to be drawn on.
    private static ImageSize Gif(ReadOnlySpan<byte> content)
    {
        if (content.Length < 13)
        {
            return default;
        }

        var (width, height) = (Little(content, 6), Little(content, 8));
        var at = 13 + ColorTable(content[10]);
        while (at < content.Length)
        {
            if (content[at] == 0x2C && at + 10 <= content.Length)
            {
                width = Math.Max(width, Little(content, at + 1) + Little(content, at + 5));
                height = Math.Max(height, Little(content, at + 3) + Little(content, at + 7));
                at += 11 + ColorTable(content[at + 9]);
            }
            else if (content[at] == 0x21)
            {
                at += 2;
            }
            else
            {
                break;
            }

            while (at < content.Length && content[at] != 0)
            {
                at += 1 + content[at];
            }

            at++;
        }

        return new ImageSize(width, height);
    }

    private static int ColorTable(byte flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    private static ImageSize WebP(ReadOnlySpan<byte> content)
    {
        if (content.Length < 30)
        {
            return default;
        }

        if (content[12..].StartsWith("VP8X"u8))
        {
            return new ImageSize(1 + Little(content, 24) + (content[26] << 16), 1 + Little(content, 27) + (content[29] << 16));
        }

        if (content[12..].StartsWith("VP8L"u8) && content[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[21..]);
            return new ImageSize(1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
        }

        return content[12..].StartsWith("VP8 "u8) && content[23] == 0x9D && content[24] == 0x01 && content[25] == 0x2A
            ? new ImageSize(Little(content, 26) & 0x3FFF, Little(content, 28) & 0x3FFF)
            : default;
    }

    private static long Little(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt16LittleEndian(content[at..]);
}
