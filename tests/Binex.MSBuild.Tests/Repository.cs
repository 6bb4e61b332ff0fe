namespace Binex.MSBuild.Tests;

/// <summary>Finds files of the repository from a test that runs somewhere in its artifacts folder.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

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
