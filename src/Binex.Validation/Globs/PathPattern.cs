namespace Binex.Validation.Globs;

/// <summary>A pattern for a relative path: a <see cref="NamePattern"/> for each name, and <c>**</c> for any number of folders.</summary>
internal sealed class PathPattern
{
    // Null stands for '**'.
    private readonly NamePattern?[] _names;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern, with forward slashes.</param>
    public PathPattern(string text) => _names =
    [
        .. text.Split('/').Where(name => name is not ("" or ".")).Select(name => name == "**" ? null : new NamePattern(name)),
    ];

    /// <summary>Whether a path fits. A <c>**</c> at the end stands for at least one name.</summary>
    /// <param name="path">The names of the path, from the top.</param>
    public bool Matches(ReadOnlySpan<string> path) => Matches(path, isWhole: true);

    /// <summary>Whether something below a folder could fit.</summary>
    /// <param name="folder">The names of the folder, from the top.</param>
    public bool MayMatchBelow(ReadOnlySpan<string> folder) => Matches(folder, isWhole: false);

    // The states are places in the pattern; each name of the path leads from a set of them to the next one.
    private bool Matches(ReadOnlySpan<string> path, bool isWhole)
    {
        var reached = new bool[_names.Length + 1];
        reached[0] = true;
        SkipEmpty(reached);
        foreach (var name in path)
        {
            var next = new bool[_names.Length + 1];
            for (var i = 0; i < _names.Length; i++)
            {
                if (!reached[i])
                {
                    continue;
                }

                if (_names[i] is null)
                {
                    next[i] = true;
                    next[i + 1] |= i + 1 == _names.Length;
                }
                else
                {
                    next[i + 1] |= _names[i]!.Matches(name);
                }
            }

            SkipEmpty(next);
            reached = next;
        }

        return isWhole ? reached[^1] : reached.AsSpan(0, _names.Length).Contains(true);
    }

    private void SkipEmpty(bool[] reached)
    {
        for (var i = 0; i + 1 < _names.Length; i++)
        {
            reached[i + 1] |= reached[i] && _names[i] is null;
        }
    }
}
