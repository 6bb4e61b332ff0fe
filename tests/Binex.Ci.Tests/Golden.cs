namespace Binex.Ci.Tests;

/// <summary>Texts as they were approved (BINEX_REWRITE=1 approves; look at them).</summary>
internal static class Golden
{
    public static string Root { get; } = FindRoot();

    public static void ShouldMatch(string name, string actual)
    {
        var path = Path.Combine(Root, "tests", "Binex.Ci.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("BINEX_REWRITE") == "1")
        {
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"{path} is missing; BINEX_REWRITE=1 writes it");
        actual.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"), $"{name} differs; BINEX_REWRITE=1 rewrites it");
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
