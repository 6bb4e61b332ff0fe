namespace Binex.Reports.Tests.Samples;

/// <summary>Folders with expected output, beside the tests.</summary>
public static class GoldenFolder
{
    public static void ShouldMatch(string sample, string file, string actual)
    {
        var path = Path.Combine(Workplace.Root, "tests", "Binex.Reports.Tests", "Golden", sample, file);
        if (Environment.GetEnvironmentVariable("BINEX_REWRITE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"{path} is missing; BINEX_REWRITE=1 writes it");
        actual.ShouldBe(File.ReadAllText(path), $"{sample}/{file} differs; BINEX_REWRITE=1 rewrites it");
    }
}
