namespace Binex.Store.Runs;

/// <summary>The ids of runs, for example <c>20261122-174812-k3f9</c>. They are names of folders, so not everything can be one.</summary>
public static class RunId
{
    /// <summary>The word that stands for the newest run.</summary>
    public const string Latest = "latest";

    private const int MaxLength = 64;

    /// <summary>Whether a text is an id: 1 to 64 lower-case letters, digits, hyphens and underscores, the first a letter or digit.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength
        && char.IsAsciiLetterOrDigit(text[0])
        && text != Latest
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_');
}
