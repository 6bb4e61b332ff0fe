using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Ci;

/// <summary>
/// A repository with one workflow on main, a branch on which somebody works, and the shallow checkout of it that a build gets.
/// </summary>
internal sealed class CiRepository : IDisposable
{
    public const string Flow = """
        name: page
        gates: { max_increase: 10% }
        nodes:
          draft: { agent: llm://gpt-4o-mini, prompt: Write a page about a lamp. }
          check: { agent: llm://gpt-4o-mini, prompt: "Check ${draft.output}", config: { max_tokens: 500 } }
          tidy: { agent: llm://gpt-4o-mini, prompt: "Tidy ${check.output}" }
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("binex-ci-").FullName;
    private readonly GitFolder _work;
    private int _builds;

    public CiRepository(string path = "flows/page.yaml")
    {
        FlowPath = path;
        _work = GitFolder.Init(Path.Combine(_root, "work"));
        Write(path, Flow);
        _work.Commit("first");
        _work.Run("checkout", "--quiet", "-b", "better");
    }

    /// <summary>Path of the workflow.</summary>
    public string FlowPath { get; }

    /// <summary>The newest commit of the branch.</summary>
    public string Head => _work.Run("rev-parse", "HEAD").Trim();

    /// <summary>Writes a file of the branch.</summary>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_work.Folder, path))!);
        File.WriteAllText(Path.Combine(_work.Folder, path), text);
    }

    /// <summary>Commits all, and returns the commit.</summary>
    public string Commit(string message)
    {
        _work.Commit(message);
        return Head;
    }

    /// <summary>What a build finds in its workspace.</summary>
    /// <param name="branch">The branch.</param>
    public string CheckOut(string branch = "better")
    {
        var folder = Path.Combine(_root, $"build {++_builds}");
        _work.Run("clone", "--quiet", "--depth=1", "--branch", branch, $"file://{_work.Folder}", folder);
        return folder;
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_root, recursive: true);
    }
}
