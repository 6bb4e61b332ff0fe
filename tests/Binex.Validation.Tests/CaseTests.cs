namespace Binex.Validation.Tests;

/// <summary>
/// Golden cases: a folder with a workflow and what is said about it, word for word; those of a rule lie in the folder of its code.
/// BINEX_REWRITE=1 writes what is said now.
/// </summary>
public sealed class CaseTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Binex.Validation.Tests", "Cases");

    public static TheoryData<string> Names => 
    [
        .. Directory.GetFiles(Folder, "workflow.*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, Path.GetDirectoryName(file)!).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_OfCase_SaysWhatIsExpected(string name)
    {
        var folder = Path.Combine(Folder, name);
        var file = Directory.GetFiles(folder, "workflow.*").Single();
        var expected = Path.Combine(folder, "expected.txt");

        var result = Loading.Load(File.ReadAllText(file), Path.GetFileName(file), folder);

        (result.Workflow is null).ShouldBe(result.HasErrors);
        if (Repository.Rewrites)
        {
            File.WriteAllText(expected, result.Render());
        }

        result.Render().ShouldBe(File.ReadAllText(expected));
        if (name.Split('/') is [var code, var what])
        {
            result.Codes().Contains(code).ShouldBe(what.StartsWith("fires-", StringComparison.Ordinal), result.Render());
        }
    }
}
