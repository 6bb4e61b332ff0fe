using System.Text;
using Binex.Core.Attachments;
using CsCheck;

namespace Binex.Core.Tests.Attachments;

public sealed class AttachmentContentTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 4, 0, 0, 0, 3, 0, 8, 2, 0, 0, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 17, 8, 3, 0, 4, 0, 3, 1, 2];
    private static readonly byte[] Gif = [.. "GIF89a"u8, 10, 0, 20, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6, 0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 0, 4, 0, 3, 0, 2, 1, 0, 0, 0x3B];
    private static readonly byte[] Lossy = [.. "RIFF"u8, 9, 9, 9, 9, .. "WEBPVP8 "u8, 9, 9, 9, 9, 0, 0, 0, 0x9D, 1, 0x2A, 0, 0x44, 0, 0x83];
    private static readonly byte[] Lossless = [.. "RIFF"u8, 9, 9, 9, 9, .. "WEBPVP8L"u8, 9, 9, 9, 9, 0x2F, 0xFF, 0xC3, 0xBF, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Extended = [.. "RIFF"u8, 9, 9, 9, 9, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xFF, 3, 0, 0xFF, 2, 0];
    private static readonly byte[][] Beginnings = [Png, Jpeg, Gif, Lossy, Lossless, Extended, "%PDF-1.7"u8.ToArray()];

    public static TheoryData<byte[], string> Pictures => new()
    {
        { Png, "image/png" }, { Jpeg, "image/jpeg" }, { Lossy, "image/webp" }, { Lossless, "image/webp" }, { Extended, "image/webp" }, { Gif, "image/gif" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Read_Picture_KnowsKindAndSizeByItsContent(byte[] content, string mediaType)
    {
        var file = AttachmentContent.Read("photos/any.txt", content, out var problem).ShouldNotBeNull();

        problem.ShouldBeNull();
        file.Kind.ShouldBe(AttachmentKind.Image);
        file.MediaType.ShouldBe(mediaType);
        file.Size.ShouldBe(new ImageSize(1024, 768));
        file.Name.ShouldBe("any.txt");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Read_PictureCutAnywhere_HasItsSizeOrAProblem(byte[] content, string mediaType)
    {
        for (var length = 1; length < content.Length; length++)
        {
            var file = AttachmentContent.Read("a.bin", content.AsMemory(0, length), out var problem);

            (file is null).ShouldBe(problem is not null, $"{mediaType} of {length} bytes");
            (file is { Kind: AttachmentKind.Image, Size: { Width: 0 } or { Height: 0 } }).ShouldBeFalse();
        }
    }

    [Fact]
    public void Read_AnyBytesBehindAnyBeginning_NeverThrows() => Gen.Select(Gen.Int[0, Beginnings.Length - 1].Select(kind => Beginnings[kind]), Gen.Int[0, 40], Gen.Byte.Array[0, 60])
        .Sample((content, kept, rest) =>
        {
            var file = AttachmentContent.Read("a", (byte[])[.. content.AsSpan(0, Math.Min(kept, content.Length)), .. rest], out var problem);
            return (file is null) == (problem is not null) && file is not { Kind: AttachmentKind.Image, Size.Width: <= 0 };
        });

    [Fact]
    public void Read_Pdf_IsADocument() => AttachmentContent.Read("a", "%PDF-1.7 …"u8.ToArray(), out _)!.Kind.ShouldBe(AttachmentKind.Pdf);

    [Fact]
    public void Read_Text_IsTextWithoutItsMark()
    {
        var file = AttachmentContent.Read("a.md", (byte[])[0xEF, 0xBB, 0xBF, .. "Grüße"u8], out _)!;

        file.Kind.ShouldBe(AttachmentKind.Text);
        file.Text.ShouldBe("Grüße");
    }

    [Theory]
    [InlineData("a.txt", "", "is empty")]
    [InlineData("a.png", "version https://git-lfs.github.com/spec/v1", "Git LFS")]
    [InlineData("a.pdf", "<html>", "no PDF")]
    [InlineData("a.docx", "PK\u0003\u0004\0", "of a kind that models do not take")]
    public void Read_WhatNoModelTakes_SaysWhy(string path, string content, string expected)
    {
        AttachmentContent.Read(path, Encoding.UTF8.GetBytes(content), out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain(expected);
        problem.ShouldContain(path);
    }
}
