using System.Security.Cryptography;
using System.Text;

namespace Binex.Core.Attachments;

/// <summary>A file that goes to a model along with its prompt.</summary>
/// <param name="Path">Its path, as the workflow names it.</param>
/// <param name="Kind">How a model takes it.</param>
/// <param name="MediaType">What it is, by its content: <c>image/png</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Attachment(string Path, AttachmentKind Kind, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>The most bytes that all attachments of a node may have together.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private string? _sha256;

    /// <summary>Its name, without folders.</summary>
    public string Name => Path[(Path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>SHA-256 of its bytes, by which it is kept as an artifact.</summary>
    public string Sha256 => _sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Content.Span));

    /// <summary>Width and height of a picture in pixels; zero for everything else.</summary>
    public ImageSize Size { get; init; }

    /// <summary>The text of a text file, without a byte order mark.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : Content.Span);
}
