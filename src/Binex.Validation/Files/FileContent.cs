using System.Diagnostics.CodeAnalysis;

namespace Binex.Validation.Files;

/// <summary>A file's bytes, or why there are none.</summary>
public sealed class FileContent
{
    private FileContent(ReadOnlyMemory<byte> bytes, FileProblem? problem)
    {
        Bytes = bytes;
        Problem = problem;
    }

    /// <summary>The bytes; empty when there is a problem.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The problem; null when there are bytes.</summary>
    public FileProblem? Problem { get; }

    /// <summary>Whether the bytes were read.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsRead => Problem is null;

    /// <summary>Bytes that were read.</summary>
    public static FileContent Of(ReadOnlyMemory<byte> bytes) => new(bytes, null);

    /// <summary>A file that cannot be used.</summary>
    public static FileContent Failed(FileProblemKind kind, string message, string? hint = null) => new(default, new FileProblem(kind, message, hint));
}
