namespace Binex.Reports.Tests.Samples;

/// <summary>Folders with expected output, beside the tests.</summary>
public static class GoldenFolder
{
    public static void ShouldMatch(string sample, string file, string actual)
    {
        var path = Path.Combine(Root(), "tests", "Binex.Reports.Tests", "Golden", sample, file);
        if (Environment.GetEnvironmentVariable("BINEX_REWRITE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"{path} is missing; BINEX_REWRITE=1 writes it");
        actual.ShouldBe(File.ReadAllText(path), $"{sample}/{file} differs; BINEX_REWRITE=1 rewrites it");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Binex.Tools.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
