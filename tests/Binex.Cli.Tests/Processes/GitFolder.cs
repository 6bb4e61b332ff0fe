using System.Diagnostics;

namespace Binex.Cli.Tests.Processes;

/// <summary>A git repository in the working folder of <see cref="BinexHere"/>; nothing of the machine's own configuration holds in it.</summary>
internal sealed class GitFolder(string folder)
{
    public string Folder => folder;

    /// <summary>Makes a repository with a branch called main.</summary>
    public static GitFolder Init(string folder)
    {
        Directory.CreateDirectory(folder);
        var git = new GitFolder(folder);
        git.Run("init", "--quiet", "--initial-branch=main");
        return git;
    }

    /// <summary>Commits all that is in the folder.</summary>
    public void Commit(string message)
    {
        Run("add", "--all");
        Run("commit", "--quiet", "--allow-empty", "--message", message);
    }

    /// <summary>Runs git, and returns what it says.</summary>
    public string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        string[] settings = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false"];
        Array.ForEach([.. settings, .. arguments], start.ArgumentList.Add);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"git {string.Join(' ', arguments)}: {errors.Result}");
        return text;
    }
}
