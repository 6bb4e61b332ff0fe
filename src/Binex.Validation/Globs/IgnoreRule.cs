namespace Binex.Validation.Globs;

/// <summary>A line of a <c>.gitignore</c>.</summary>
internal sealed class IgnoreRule
{
    private readonly PathPattern? _path;
    private readonly NamePattern? _name;
    private readonly bool _isForFolders;

    private IgnoreRule(string pattern, bool isNegated)
    {
        IsNegated = isNegated;
        _isForFolders = pattern.EndsWith('/');
        pattern = _isForFolders ? pattern[..^1] : pattern;
        if (pattern.Contains('/', StringComparison.Ordinal))
        {
            _path = new PathPattern(pattern);
        }
        else
        {
            _name = new NamePattern(pattern);
        }
    }

    /// <summary>Whether it takes back what a rule above it ignores.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line; null for one that says nothing.</summary>
    /// <param name="line">The line, without its end.</param>
    public static IgnoreRule? Parse(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !(end > 1 && line[end - 2] == '\\'))
        {
            end--;
        }

        var text = line[..end];
        if (text.Length == 0 || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        text = isNegated ? text[1..] : text;
        return text is "" or "/" ? null : new IgnoreRule(text, isNegated);
    }

    /// <summary>Whether it is about a file or folder.</summary>
    /// <param name="path">Its names, from the folder of the <c>.gitignore</c>.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool IsAbout(ReadOnlySpan<string> path, bool isFolder) =>
        (isFolder || !_isForFolders) && (_name?.Matches(path[^1]) ?? _path!.Matches(path));
}
