using Binex.Cli.Git;
using Binex.Cli.Running;
using Binex.Core.Configuration;
using Binex.Core.Diagnostics;
using Binex.Core.Plans;
using Binex.Core.Runs;
using Binex.Validation;

namespace Binex.Cli.Planning;

/// <summary>Reads a workflow, with the files beside it, as a commit has it.</summary>
internal sealed class GitSide(CliContext context, GitRepository git, RunModels models, ProjectConfiguration project)
{
    private const int MostNamed = 5;

    /// <summary>The workflow that a ref, or a ref and a path, names; null with a problem.</summary>
    /// <param name="text"><c>main</c>, <c>HEAD~3</c> or <c>main:flows/a.yaml</c>.</param>
    /// <param name="workflow">Path of the workflow, as the user means it; null when it is not known.</param>
    /// <param name="isPath">Whether the text looks like the path of a file.</param>
    public async Task<((LoadResult Loaded, PlanSource Source)? Side, CliProblem? Problem)> ReadAsync(string text, string? workflow, bool isPath)
    {
        var (reference, path) = text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? (text[..colon], PathIn(text[(colon + 1)..]))
            : (text, workflow is null ? null : PathOf(workflow));
        if (git.CommitOf(reference) is not { } commit)
        {
            return (null, await NoRefAsync(text, reference, isPath));
        }

        if (string.IsNullOrEmpty(path))
        {
            return (null, await NoWorkflowAsync(text, commit, workflow));
        }

        var files = new GitWorkflowFiles(git, commit, path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "");
        var reading = files.Read(path, path);
        if (!reading.IsRead)
        {
            var submodule = await git.SubmoduleOfAsync(commit, path, context.Cancelled);
            return (null, new CliProblem(
                ExitCodes.NothingRun,
                submodule is null ? $"{text}: {reading.Problem.Message}" : $"{text}: '{path}' is in the submodule '{submodule}', which is a repository of its own",
                submodule is not null ? $"compare inside it: run the command in the folder '{submodule}'"
                    : Spelling.Hint(path, await git.YamlFilesAsync(commit, context.Cancelled)) ?? reading.Problem.Hint));
        }

        // Shown with its ref, and of the same suffix, by which it is read.
        var loaded = WorkflowLoader.LoadText($"{reference}:{path}", reading.Text, new LoadOptions { Prices = models.Prices, Files = files, Project = project });
        return ((loaded, new PlanSource(path, SideReader.Hash(reading.Text), new PlanGit(commit, reference))), null);
    }

    private string? PathIn(string path) =>
        path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal) ? GitPaths.Join(git.Prefix, path) : GitPaths.Join("", path);

    private string? PathOf(string workflow) => GitPaths.Join(git.Prefix, Path.GetRelativePath(context.WorkingFolder, context.FullPath(workflow)));

    private async Task<CliProblem> NoRefAsync(string text, string reference, bool isPath)
    {
        var known = await git.RefsAsync(context.Cancelled);
        var near = (reference, known.Count) switch
        {
            ("HEAD", 0) => "the repository has no commit yet",
            ("HEAD", _) => null,
            _ => Spelling.Hint(reference, known.Append("HEAD")),
        };
        var some = known.Count == 0 ? null : $"there is: {string.Join(", ", known.Take(MostNamed))}{(known.Count > MostNamed ? ", …" : "")}";
        return isPath && !text.Contains(':', StringComparison.Ordinal)
            ? new CliProblem(ExitCodes.NothingRun, $"there is no file '{text}'", "for a file of a commit write REF:PATH")
            : new CliProblem(
                ExitCodes.NothingRun,
                $"'{reference}' is no file, no run and no git ref" + (git.IsShallow ? " of this clone, which is shallow: it holds the newest commits only" : ""),
                git.IsShallow ? $"fetch it first: git fetch --unshallow, or git fetch --depth=N; {near ?? some}".TrimEnd(' ', ';') : near ?? some);
    }

    private async Task<CliProblem> NoWorkflowAsync(string text, string commit, string? workflow)
    {
        if (workflow is not null || text.Contains(':', StringComparison.Ordinal))
        {
            return new CliProblem(ExitCodes.NothingRun, $"{text}: '{workflow ?? text}' is outside the repository, and a commit holds nothing of it");
        }

        var files = await git.YamlFilesAsync(commit, context.Cancelled);
        return new CliProblem(
            ExitCodes.NothingRun,
            $"'{text}' is a git ref, and it is not said which workflow is meant",
            "name it with --workflow FILE" + (files.Count == 0 ? "" : $"; there is: {string.Join(", ", files.Take(MostNamed))}{(files.Count > MostNamed ? ", …" : "")}"));
    }
}
