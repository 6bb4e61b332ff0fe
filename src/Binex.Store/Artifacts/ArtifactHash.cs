using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Binex.Store.Artifacts;

/// <summary>The address of a content: its SHA-256 in 64 lower-case hexadecimal digits (FIPS 180-4).</summary>
internal static class ArtifactHash
{
    private const int Digits = 2 * SHA256.HashSizeInBytes;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>The address of a content.</summary>
    /// <param name="content">The bytes.</param>
    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Whether a text is an address, and so can be part of a path.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid([NotNullWhen(true)] string? text) => text?.Length == Digits && !text.AsSpan().ContainsAnyExcept(Hexadecimal);
}
