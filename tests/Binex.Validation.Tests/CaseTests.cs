namespace Binex.Validation.Tests;

/// <summary>
/// Golden cases: a folder with a workflow, a <c>binex.yaml</c> or both, and what is said about them, word for word. BINEX_REWRITE=1
/// writes what is said now.
/// Those of one kind of finding are in a folder named after its code.
/// </summary>
public sealed class CaseTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Binex.Validation.Tests", "Cases");

    public static TheoryData<string> Names =>
    [
        .. Directory.GetFiles(Folder, "expected.txt", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Folder, "workflow.*", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Folder, "binex.yaml", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Folder, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_OfCase_SaysWhatIsExpected(string name)
    {
        var folder = Path.Combine(Folder, name);
        var expected = Path.Combine(folder, "expected.txt");

        var said = Loading.RenderCase(folder, out var codes);

        if (Repository.Rewrites)
        {
            File.WriteAllText(expected, said);
        }

        said.ShouldBe(File.ReadAllText(expected));
        CheckName(name, codes);
    }

    // The case of a kind says by its name whether the kind is found in it.
    private static void CheckName(string name, IReadOnlyCollection<string> codes)
    {
        if (name.Split('/') is [var code, var what] && code.StartsWith("BNX", StringComparison.Ordinal))
        {
            codes.Contains(code).ShouldBe(what.StartsWith("fires-", StringComparison.Ordinal));
            (what.StartsWith("fires-", StringComparison.Ordinal) || what.StartsWith("quiet-", StringComparison.Ordinal)).ShouldBeTrue();
        }
    }
}
