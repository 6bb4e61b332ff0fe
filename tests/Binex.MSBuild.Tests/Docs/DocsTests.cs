using Binex.MSBuild.Tests.Packages;
using Binex.MSBuild.Tests.Processes;

namespace Binex.MSBuild.Tests.Docs;

/// <summary>docs/msbuild.md, followed step by step: its files are written, its commands are run, and what it says they print is held.</summary>
public sealed class DocsTests(PackedPackages packages)
{
    [Fact]
    public async Task Docs_FollowedFromTheTop_DoWhatTheySay()
    {
        var work = packages.NewConsumer("docs");
        var blocks = CodeBlock.Of(File.ReadAllText(Repository.PathOf("docs", "msbuild.md")));
        var output = "";
        var (written, held) = (0, 0);
        foreach (var block in blocks)
        {
            switch (block.Language)
            {
                case "bash":
                    output = await RunAsync(work, block.Text);
                    break;
                case "text":
                    block.Lines.ShouldAllBe(line => output.Contains(line, StringComparison.Ordinal), $"said:\n{block.Text}\nwas:\n{output}");
                    held++;
                    break;
                default:
                    work.Write(block.File.ShouldNotBeNull(block.Text), Localised(block.Text));
                    written++;
                    break;
            }
        }

        (written, held).ShouldBe((6, 4), "blocks of the page that were not found");
        work.Find("report.html").ShouldContain(Path.Combine("bin", "Debug", "net10.0", "binex", "page", "report.html"));
    }

    // Commands that fail are part of the story; what they print says so.
    private static async Task<string> RunAsync(Consumer work, string script)
    {
        CommandResult result = await work.RunAsync("bash", "-c", script.Replace("dotnet build", "dotnet build -tl:off", StringComparison.Ordinal));
        return result.Output;
    }

    private static string Localised(string text) => text
        .Replace("/path/to/binex/artifacts/package/release", PackedPackages.Folder, StringComparison.Ordinal)
        .Replace("Version=\"0.1.0\"", $"Version=\"{PackedPackages.Version}\"", StringComparison.Ordinal);
}
