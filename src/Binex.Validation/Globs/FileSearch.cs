namespace Binex.Validation.Globs;

/// <summary>
/// Finds files below a folder. What git ignores (by the <c>.gitignore</c> files from the root of the repository down) is left out, and so are
/// names that begin with a dot; links to folders are not followed.
/// </summary>
public sealed class FileSearch
{
    private readonly string _start;
    private readonly Func<string[], bool> _isWanted;
    private readonly Func<string[], bool> _isEntered;
    private readonly List<string> _found = [];

    private FileSearch(string start, Func<string[], bool> isWanted, Func<string[], bool> isEntered)
    {
        _start = start;
        _isWanted = isWanted;
        _isEntered = isEntered;
    }

    /// <summary>Whether a text is a pattern and not the name of a file.</summary>
    /// <param name="text">The text.</param>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny("*?[");

    /// <summary>All files below a folder whose names end in <c>.yaml</c> or <c>.yml</c>.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <returns>Full paths, sorted.</returns>
    public static IReadOnlyList<string> Yaml(string folder) =>
        new FileSearch(folder, path => Path.GetExtension(path[^1]).ToLowerInvariant() is ".yaml" or ".yml", _ => true).Run();

    /// <summary>All files that a pattern names.</summary>
    /// <param name="folder">Full path of the folder from which the pattern starts.</param>
    /// <param name="pattern">The pattern: <c>*</c>, <c>?</c>, <c>[a-z]</c>, and <c>**</c> for any number of folders.</param>
    /// <returns>Full paths, sorted.</returns>
    public static IReadOnlyList<string> Matching(string folder, string pattern)
    {
        var names = pattern.Replace('\\', '/').Split('/');
        var plain = names.TakeWhile((name, index) => index < names.Length - 1 && !IsPattern(name)).Count();
        var start = Path.GetFullPath(string.Join('/', names[..plain]) is { Length: > 0 } given ? given : pattern.StartsWith('/') ? "/" : ".", folder);
        var rest = new PathPattern(string.Join('/', names[plain..]));
        return Directory.Exists(start) ? new FileSearch(start, path => rest.Matches(path), path => rest.MayMatchBelow(path)).Run() : [];
    }

    private List<string> Run()
    {
        var (files, above) = IgnoredFrom(_start);
        Walk(_start, above, [], files);
        _found.Sort(StringComparer.Ordinal);
        return _found;
    }

    /// <summary>The rules of the folders above a folder, and the names that lead to it from the root of its repository.</summary>
    private static (List<IgnoreFile> Files, string[] Above) IgnoredFrom(string folder)
    {
        var folders = new List<string>();
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            folders.Insert(0, current);
            if (Path.Exists(Path.Combine(current, ".git")))
            {
                var files = folders.SkipLast(1).Select(IgnoreFile.Read).OfType<IgnoreFile>().ToList();
                return (files, [.. folders.Skip(1).Select(path => Path.GetFileName(path)!)]);
            }
        }

        return ([], []);
    }

    private void Walk(string folder, string[] above, string[] path, List<IgnoreFile> ignoring)
    {
        var depth = above.Length + path.Length;
        var files = IgnoreFile.Read(folder, depth) is { } own ? [.. ignoring, own] : ignoring;
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options))
        {
            string[] below = [.. path, entry.Name];
            var isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
            var isLink = isFolder && entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
            if (entry.Name.StartsWith('.') || isLink || !(isFolder ? _isEntered(below) : _isWanted(below)) || IsIgnored(files, [.. above, .. below], isFolder))
            {
                continue;
            }

            if (isFolder)
            {
                Walk(entry.FullName, above, below, files);
            }
            else
            {
                _found.Add(entry.FullName);
            }
        }
    }

    private static bool IsIgnored(List<IgnoreFile> files, string[] path, bool isFolder)
    {
        for (var i = files.Count - 1; i >= 0; i--)
        {
            if (files[i].Ignores(path, isFolder) is { } ignores)
            {
                return ignores;
            }
        }

        return false;
    }
}
