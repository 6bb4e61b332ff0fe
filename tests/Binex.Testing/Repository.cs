namespace Binex.Testing;

/// <summary>The repository that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Whether golden files are to be written anew.</summary>
    public static bool Rewrites => Environment.GetEnvironmentVariable("BINEX_REWRITE") == "1";

    /// <summary>A path inside of it.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Binex.Tools.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
