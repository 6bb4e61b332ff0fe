using System.Diagnostics.CodeAnalysis;

namespace Binex.Validation.Files;

/// <summary>A file's text, or why there is none.</summary>
public sealed class FileReading
{
    private FileReading(string? text, FileProblem? problem)
    {
        Text = text;
        Problem = problem;
    }

    /// <summary>The text, without a byte order mark; null when there is a problem.</summary>
    public string? Text { get; }

    /// <summary>The problem; null when there is a text.</summary>
    public FileProblem? Problem { get; }

    /// <summary>Whether the text was read.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsRead => Text is not null;

    /// <summary>A text that was read.</summary>
    public static FileReading Of(string text) => new(text, null);

    /// <summary>A file that cannot be used.</summary>
    public static FileReading Failed(FileProblem problem) => new(null, problem);

    /// <summary>A file that cannot be used.</summary>
    public static FileReading Failed(FileProblemKind kind, string message, string? hint = null) => new(
        null, new FileProblem(kind, message, hint));
}
