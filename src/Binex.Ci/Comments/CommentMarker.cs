using System.Globalization;

namespace Binex.Ci.Comments;

/// <summary>
/// The first line of our comments, which nobody sees: which comment this is, of which build and commit, and what it says. Nothing else
/// of a comment is read back.
/// </summary>
/// <param name="Tag">Tells comments of several builds apart.</param>
public sealed record CommentMarker(string Tag)
{
    /// <summary>The tag when none was chosen.</summary>
    public const string DefaultTag = "binex";

    private const string Start = "<!-- binex-comment ";
    private const string End = " -->";
    private const int LongestTag = 64;

    /// <summary>Number of the build: a later build has a larger one, and a build that is done again keeps its own. Null when there is none.</summary>
    public long? Order { get; init; }

    /// <summary>The commit that was looked at; null when that is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>Hash of what the comment says.</summary>
    public string Content { get; init; } = "";

    /// <summary>Whether a text can be a tag: letters, digits, dots, dashes and underscores, 64 at most.</summary>
    /// <param name="text">The text.</param>
    public static bool IsTag(string text) => text.Length <= LongestTag && IsWord(text);

    /// <summary>Whether a text can be the name of a commit.</summary>
    /// <param name="text">The text.</param>
    public static bool IsCommit(string text) => text.Length is >= 7 and <= 64 && text.All(char.IsAsciiHexDigit);

    /// <summary>The marker of a comment; null when it has none.</summary>
    /// <param name="body">The whole comment.</param>
    public static CommentMarker? Read(string body)
    {
        var line = body.AsSpan().TrimStart('\uFEFF');
        line = line[..(line.IndexOf('\n') is >= 0 and var end ? end : line.Length)].TrimEnd();
        if (!line.StartsWith(Start, StringComparison.Ordinal) || !line.EndsWith(End, StringComparison.Ordinal) || line.Length < Start.Length + End.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in line[Start.Length..^End.Length].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var name, var value] || !IsWord(value) || !values.TryAdd(name, value))
            {
                return null;
            }
        }

        return values.GetValueOrDefault("tag") is { } tag && IsTag(tag)
            ? new CommentMarker(tag)
            {
                Order = long.TryParse(values.GetValueOrDefault("order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null,
                Commit = values.GetValueOrDefault("commit"),
                Content = values.GetValueOrDefault("content", ""),
            }
            : null;
    }

    /// <summary>The marker as a line, without its end.</summary>
    public override string ToString() =>
        $"{Start}tag={Tag}{(Order is { } order ? $" order={order.ToString(CultureInfo.InvariantCulture)}" : "")}{(Commit is { } commit ? $" commit={commit}" : "")} content={Content}{End}";

    private static bool IsWord(string text) => text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_') && !text.Contains("--", StringComparison.Ordinal);
}
