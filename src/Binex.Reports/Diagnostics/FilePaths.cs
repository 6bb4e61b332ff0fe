namespace Binex.Reports.Diagnostics;

/// <summary>Names files as services that hold a whole repository know them.</summary>
internal static class FilePaths
{
    /// <summary>The path from a folder to a file in it, with forward slashes; null for a file that is elsewhere.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="file">The file as the user gave it; a relative path starts from the folder.</param>
    public static string? Inside(string folder, string file)
    {
        var relative = Path.GetRelativePath(folder, Path.GetFullPath(file, folder)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    /// <summary>A relative path as a URI reference.</summary>
    public static string ToUri(string relative) => string.Join('/', relative.Split('/').Select(Uri.EscapeDataString));
}
