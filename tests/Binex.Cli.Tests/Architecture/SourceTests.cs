using System.Text.RegularExpressions;

namespace Binex.Cli.Tests.Architecture;

/// <summary>How source files look: one top-level type, named after the file, in the namespace of its folder, and not long.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 300;
    private const int TypicalLines = 60;

    private static readonly List<SourceFile> Files =
    [
        .. Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(Repository.PathOf("src"), path).Replace('\\', '/'), File.ReadAllLines(path))),
    ];

    [Fact]
    public void Files_AreFound() => Files.Count.ShouldBeGreaterThan(100);

    [Fact]
    public void File_HasOneTopLevelTypeOfItsName()
    {
        foreach (var file in Files.Where(file => file.Name != "Program"))
        {
            var types = file.Lines.Select(line => TypeDeclaration().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToList();

            types.ShouldBe([file.Name.Split('.')[0]], file.Path);
        }
    }

    [Fact]
    public void File_HasTheNamespaceOfItsFolder()
    {
        foreach (var file in Files.Where(file => file.Name != "Program"))
        {
            var folder = file.Path[..file.Path.LastIndexOf('/')].Replace('/', '.');

            file.Lines.ShouldContain($"namespace {folder};", file.Path);
        }
    }

    [Fact]
    public void File_IsNotLong()
    {
        Files.Where(file => file.Lines.Length > MostLines).Select(file => $"{file.Path}: {file.Lines.Length} lines").ShouldBeEmpty();
        Files.Select(file => file.Lines.Length).Order().ElementAt(Files.Count / 2).ShouldBeLessThanOrEqualTo(TypicalLines, "the median");
    }

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|struct|interface|enum|record struct|record class|record|delegate [\w<>?\[\]]+) (?<name>\w+)")]
    private static partial Regex TypeDeclaration();

    private sealed record SourceFile(string Path, string[] Lines)
    {
        public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
    }
}
