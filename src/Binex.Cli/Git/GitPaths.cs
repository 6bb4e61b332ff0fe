namespace Binex.Cli.Git;

/// <summary>Paths inside a repository: forward slashes, from its root.</summary>
internal static class GitPaths
{
    /// <summary>A path with <c>.</c> and <c>..</c> resolved; null when it leaves the repository or is absolute.</summary>
    /// <param name="folder">The folder that it starts from.</param>
    /// <param name="path">The path.</param>
    public static string? Join(string folder, string path)
    {
        if (path.StartsWith('/') || Path.IsPathRooted(path))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var part in $"{folder}/{path.Replace('\\', '/')}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
