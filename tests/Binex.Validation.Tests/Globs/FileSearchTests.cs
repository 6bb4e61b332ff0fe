using System.Diagnostics;
using Binex.Validation.Globs;

namespace Binex.Validation.Tests.Globs;

public sealed class FileSearchTests : IDisposable
{
    private static readonly string[] Lines =
    [
        "*.yaml", "!*.yaml", "a/", "/a", "/a/b", "a/b/", "b", "!b", "**/b", "a/**", "a/**/b", "/**/b/c.yaml", "c.yaml", "!c.yaml", "[ab].yaml", "?.yaml",
        "a*", "!a/b", "*", "!*/", "/*", "# a", "", "\\!x.yaml", "b.yaml  ", "\\#c.yaml", "**", "!/a/b/c.yaml", "a/*", "*/b", "b/c.yaml", "/a/", "**/", "[!a]*", "c[.]yaml", "[",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("binex-search-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("flows/**/*.yaml", "flows/a.yaml flows/deep/c.yaml flows/deep/down/b.yaml")]
    [InlineData("flows/*.yaml", "flows/a.yaml")]
    [InlineData("**/c.yaml", "c.yaml flows/deep/c.yaml")]
    [InlineData("**", "c.yaml d.yml e.txt flows/a.yaml flows/deep/c.yaml flows/deep/down/b.yaml")]
    [InlineData("*/*/c.*", "flows/deep/c.yaml")]
    [InlineData("./c.yaml", "c.yaml")]
    [InlineData("[a-d].y?ml", "c.yaml")]
    [InlineData("flows\\deep\\*.yaml", "flows/deep/c.yaml")]
    [InlineData("none/*.yaml", "")]
    [InlineData("flows/deep/**/../*.yaml", "")]
    public void Matching_FindsWhatThePatternNames(string pattern, string expected)
    {
        Write("c.yaml", "d.yml", "e.txt", "flows/a.yaml", "flows/deep/c.yaml", "flows/deep/down/b.yaml", ".hidden/x.yaml", "flows/.x.yaml");

        Relative(FileSearch.Matching(_folder.FullName, pattern)).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Yaml_FindsYamlFilesSorted()
    {
        Write("b.yaml", "a.yml", "C.YAML", "d.json", "a/z.yaml", ".git/x.yaml", "a/.venv/x.yaml");

        Relative(FileSearch.Yaml(_folder.FullName)).ShouldBe(["C.YAML", "a.yml", "a/z.yaml", "b.yaml"]);
    }

    [Fact]
    public void Yaml_FolderBelowARepository_KnowsTheRulesAbove()
    {
        Write(".git/HEAD", "sub/keep.yaml", "sub/drop.yaml", "sub/deeper/drop.yaml", "sub/deeper/taken-back.yaml");
        File.WriteAllText(PathOf(".gitignore"), "drop.yaml\ntaken-back.yaml\n/sub/deeper/keep.yaml\n");
        File.WriteAllText(PathOf("sub/deeper/.gitignore"), "!taken-back.yaml\r\n");

        Relative(FileSearch.Yaml(PathOf("sub"))).ShouldBe(["sub/deeper/taken-back.yaml", "sub/keep.yaml"]);
    }

    [Fact]
    public void Yaml_IgnoredFolderThatIsNamed_IsSearched()
    {
        Write(".git/HEAD", "build/a.yaml");
        File.WriteAllText(PathOf(".gitignore"), "build/\n");

        Relative(FileSearch.Yaml(PathOf("build"))).ShouldBe(["build/a.yaml"]);
        FileSearch.Yaml(_folder.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Yaml_LinkToAFolderAbove_IsNotFollowed()
    {
        Write("a/x.yaml");
        Directory.CreateSymbolicLink(PathOf("a/up"), _folder.FullName);

        Relative(FileSearch.Yaml(_folder.FullName)).ShouldBe(["a/x.yaml"]);
    }

    [Fact]
    public void Yaml_LeavesOutWhatGitIgnores_ForRulesOfAllKinds()
    {
        string[] names = ["a", "b", "c"];
        var folders = names.Prepend("").SelectMany(first => names.Prepend("").Select(second => Path.Combine(first, second))).Distinct().ToList();
        Write([.. folders.SelectMany(folder => names.Append("!x").Append("#c").Select(name => Path.Combine(folder, $"{name}.yaml")))]);
        Git("init", "--quiet");
        var random = new Random(20_260_101);
        var differences = new List<string>();
        for (var round = 0; round < 150; round++)
        {
            var files = new[] { "", "a", "a/b" }.Select(folder => PathOf(folder, ".gitignore")).ToList();
            files.ForEach(file => File.WriteAllLines(file, random.GetItems(Lines, random.Next(0, 5))));

            var expected = Git("ls-files", "--others", "--exclude-standard").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => name.Trim('"')).Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            var found = Relative(FileSearch.Yaml(_folder.FullName));

            if (!found.SequenceEqual(expected))
            {
                differences.Add(string.Join("; ", files.Select(File.ReadAllText)).Replace('\n', ' ')
                    + $" | only git: {string.Join(' ', expected.Except(found))} | only here: {string.Join(' ', found.Except(expected))}");
            }
        }

        differences.ShouldBeEmpty();
    }

    private string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "core.excludesFile=", "-c", "core.quotePath=false", .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var text = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return text;
    }

    private string PathOf(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    private void Write(params string[] names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.WriteAllText(PathOf(name), "");
        }
    }

    private List<string> Relative(IEnumerable<string> paths) => [.. paths.Select(path => Path.GetRelativePath(_folder.FullName, path).Replace('\\', '/'))];
}
