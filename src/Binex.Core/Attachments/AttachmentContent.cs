using System.Text.Unicode;

namespace Binex.Core.Attachments;

/// <summary>Finds out what a file is, by its content: a name may say anything.</summary>
public static class AttachmentContent
{
    private const string Kinds = "models read images (PNG, JPEG, GIF, WebP), PDF and text in UTF-8";
    private const int PdfMarkWithin = 1_024;

    /// <summary>The file as it goes to a model; null with a problem where no model takes it.</summary>
    /// <param name="path">Its path, as the workflow names it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="problem">Why it cannot be attached, as a sentence.</param>
    public static Attachment? Read(string path, ReadOnlyMemory<byte> content, out string? problem)
    {
        problem = null;
        var bytes = content.Span;
        if (bytes.IsEmpty)
        {
            problem = $"'{path}' is empty";
            return null;
        }

        if (ImageHeader.MediaTypeOf(bytes) is { } type)
        {
            if (ImageHeader.SizeOf(type, bytes) is { } size)
            {
                return new Attachment(path, AttachmentKind.Image, type, content) { Size = size };
            }

            problem = $"'{path}' begins like {type}, but its header states no size, so that nobody knows what it costs";
            return null;
        }

        if (bytes[..Math.Min(bytes.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0)
        {
            return new Attachment(path, AttachmentKind.Pdf, "application/pdf", content);
        }

        var isText = !bytes.Contains((byte)0) && Utf8.IsValid(bytes);
        if (KindOfName(path) is { } promised)
        {
            problem = $"'{path}' is {(promised == AttachmentKind.Pdf ? "no PDF" : "no image")}, whatever its name says: "
                + (isText ? "its content is text, as it is in a clone without Git LFS" : $"its content is of another kind; {Kinds}");
            return null;
        }

        problem = isText ? null : $"'{path}' is of a kind that models do not take: {Kinds}";
        return isText ? new Attachment(path, AttachmentKind.Text, "text/plain", content) : null;
    }

    /// <summary>What a name promises; null where it promises nothing that is an image or a PDF.</summary>
    /// <param name="path">The path.</param>
    public static AttachmentKind? KindOfName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" => AttachmentKind.Image,
        ".pdf" => AttachmentKind.Pdf,
        _ => null,
    };
}
