namespace Binex.Validation.Configuration;

/// <summary>The place of <c>binex.yaml</c>.</summary>
public static class ConfigurationFile
{
    /// <summary>Its name.</summary>
    public const string Name = "binex.yaml";

    /// <summary>Whether a path names such a file.</summary>
    /// <param name="path">The path.</param>
    public static bool IsNamed(string path) => Path.GetFileName(path.AsSpan()).SequenceEqual(Name);

    /// <summary>
    /// The file that holds for a folder: its own, or that of the nearest folder above, up to the root of a repository (the folder with
    /// <c>.git</c>) or of the file system. Null when there is none.
    /// </summary>
    /// <param name="folder">Full path of the folder.</param>
    public static string? Find(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            var file = Path.Combine(current, Name);
            if (File.Exists(file))
            {
                return file;
            }

            // In a linked working tree '.git' is a file.
            if (Path.Exists(Path.Combine(current, ".git")))
            {
                return null;
            }
        }

        return null;
    }
}
