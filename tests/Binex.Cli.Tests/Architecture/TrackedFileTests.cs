using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Binex.Cli.Tests.Architecture;

/// <summary>No file says where it was written: no package registry, no path of somebody's machine.</summary>
public sealed partial class TrackedFileTests
{
    // The JSON Schema test suite is data of others.
    private static readonly string[] DataOfOthers = ["tests/Binex.JsonSchema.Tests/Suite/"];

    [Fact]
    public void TrackedFiles_NameNoRegistryAndNoMachine()
    {
        var found = new List<string>();
        foreach (var file in TrackedFiles().Where(file => !DataOfOthers.Any(file.StartsWith)))
        {
            var bytes = File.ReadAllBytes(Repository.PathOf(file));
            if (bytes.Contains((byte)0))
            {
                continue;
            }

            var text = System.Text.Encoding.UTF8.GetString(bytes);
            found.AddRange(Registry().Matches(text).Concat(MachinePath().Matches(text)).Select(match => $"{file}: {match.Value}"));
        }

        found.ShouldBeEmpty();
    }

    private static string[] TrackedFiles()
    {
        Assert.SkipUnless(Path.Exists(Repository.PathOf(".git")), "the source is no git repository here");
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "ls-files"]) { RedirectStandardOutput = true })!;
        var names = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        names.Length.ShouldBeGreaterThan(100);
        return [.. names.Where(name => File.Exists(Repository.PathOf(name)))];
    }

    [GeneratedRegex(@"https?://[\w.-]*(?:nuget|artifactory|jfrog|npmjs|pypi|pkgs\.dev)[\w.-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    [GeneratedRegex(@"(?<![\w.$}/\\-])(?:/(?:home|Users|root|work|tmp/\w)/[\w.-]+|[A-Z]:\\(?:Users|work)\\\w+)")]
    private static partial Regex MachinePath();
}
