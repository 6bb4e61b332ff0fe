namespace Binex.Reports.Tests.Samples;

/// <summary>Places outside of the tests.</summary>
internal static class Workplace
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file of a package that eng/reports/install.sh installs.</summary>
    public static string PackageFile(params string[] parts)
    {
        var path = Path.Combine([Root, "artifacts", "tools", "reports", "node_modules", .. parts]);
        File.Exists(path).ShouldBeTrue($"{path} is missing; eng/reports/install.sh installs it");
        return path;
    }

    /// <summary>A program on the PATH.</summary>
    public static string Program(string name)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return path.ShouldNotBeNull($"{name} is not on the PATH; eng/reports/install.sh installs it");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Binex.Tools.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
