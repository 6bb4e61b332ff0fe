using Binex.Core.Diagnostics;

namespace Binex.Validation.Tests;

/// <summary>Every kind of finding has golden cases: at least two in which it is found, and two in which it is not.</summary>
public sealed class CaseCoverageTests
{
    private const int Least = 2;

    private static readonly string Folder = Repository.PathOf("tests", "Binex.Validation.Tests", "Cases");

    // What no text of a workflow can bring about, and where it is tested instead.
    private static readonly Dictionary<string, string> NotInText = new()
    {
        [DiagnosticCatalog.FileUnreadable.Code] = "is about the file, not its text: TextFileReaderTests",
        [DiagnosticCatalog.FileTooLarge.Code] = "takes a file of more than 5 MB: HostileTextTests, TextFileReaderTests",
        [DiagnosticCatalog.UnknownSuffix.Code] = "is about the name of the file: TextFileReaderTests",
        [DiagnosticCatalog.UnusedPromptFile.Code] = "is about all workflows of a folder: ValidateInputTests",
        [DiagnosticCatalog.InternalError.Code] = "is a mistake in Binex",
    };

    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(kind => kind.Code).Where(code => !NotInText.ContainsKey(code))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_HasCases_ThatFireAndThatDoNot(string code)
    {
        var cases = CasesOf(code);

        cases.Count(name => name.StartsWith("fires-", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(Least);
        cases.Count(name => name.StartsWith("quiet-", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(Least);
        foreach (var name in cases)
        {
            var says = File.ReadAllText(Path.Combine(Folder, code, name, "expected.txt"));
            says.Contains($" {code}: ", StringComparison.Ordinal).ShouldBe(name.StartsWith("fires-", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void Folders_AreNamedAfterCodes_AndTheirCasesAfterWhatTheyShow()
    {
        var folders = Directory.GetDirectories(Folder, "BNX*").Select(folder => Path.GetFileName(folder)!).ToList();

        folders.ShouldBeSubsetOf(DiagnosticCatalog.All.Select(kind => kind.Code));
        folders.SelectMany(CasesOf).ShouldAllBe(name => name.StartsWith("fires-", StringComparison.Ordinal) || name.StartsWith("quiet-", StringComparison.Ordinal));
    }

    [Fact]
    public void Cases_AreAtLeastTwoHundred() =>
        Directory.GetFiles(Folder, "expected.txt", SearchOption.AllDirectories).Length.ShouldBeGreaterThanOrEqualTo(200);

    private static List<string> CasesOf(string code)
    {
        var folder = Path.Combine(Folder, code);
        return Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!)] : [];
    }
}
