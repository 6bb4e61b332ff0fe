using System.Text;
using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

/// <summary>Files that are no workflows: each is refused with its name and a sentence, by <c>validate</c> and by <c>run</c>.</summary>
public sealed class WrongFileTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "missing", "there is no file" },
        { "empty", "empty" },
        { "binary", "not a text file" },
        { "folder", "folder" },
        { "suffix", ".yaml, .yml or .json" },
        { "bomb", "aliases" },
        { "large", "at most" },
        { "cycle", "cycle" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_FileThatIsNoWorkflow_SaysSo(string kind, string says)
    {
        using var binex = new BinexHere();
        var path = Write(binex, kind);

        (await binex.RunAsync("run", path)).ShouldFail(2, Path.GetFileName(path), says, "nothing was run").Out.ShouldBeEmpty();
        Directory.Exists(binex.PathOf(".binex")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Validate_FileThatIsNoWorkflow_SaysSo(string kind, string says)
    {
        using var binex = new BinexHere();
        var path = Write(binex, kind);

        var result = (await binex.RunAsync("validate", path)).ShouldExit(2);

        (result.Out + result.Error).ShouldContain(says, Case.Insensitive, result.ToString());
    }

    private static string Write(BinexHere binex, string kind)
    {
        switch (kind)
        {
            case "missing":
                return binex.PathOf("missing.yaml");
            case "empty":
                return binex.Write("empty.yaml", "");
            case "binary":
                File.WriteAllBytes(binex.PathOf("binary.yaml"), [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0xFF, 0xFE, 1, 2, 3]);
                return binex.PathOf("binary.yaml");
            case "folder":
                return Directory.CreateDirectory(binex.PathOf("folder.d")).FullName;
            case "suffix":
                return binex.Write("workflow.txt", Samples.Ok);
            case "bomb":
                var bomb = new StringBuilder("name: bomb\nx-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
                for (var i = 1; i < 60; i++)
                {
                    bomb.Append($"x-{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
                }

                return binex.Write("bomb.yaml", bomb.ToString());
            case "large":
                return binex.Write("large.yaml", "name: large\ndescription: " + new string('x', 20 * 1024 * 1024));
            default:
                const int Length = 10_000;
                var cycle = new StringBuilder("name: cycle\nnodes:\n");
                for (var i = 0; i < Length; i++)
                {
                    cycle.Append($"  n{i}: {{ agent: local://noop, depends_on: [n{(i + 1) % Length}] }}\n");
                }

                return binex.Write("cycle.yaml", cycle.ToString());
        }
    }
}
