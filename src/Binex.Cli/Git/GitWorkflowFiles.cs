using Binex.Validation.Files;

namespace Binex.Cli.Git;

/// <summary>The files beside a workflow as a commit has them.</summary>
/// <param name="repository">The repository.</param>
/// <param name="commit">The commit.</param>
/// <param name="folder">Folder of the workflow from the root of the repository; empty for the root.</param>
internal sealed class GitWorkflowFiles(GitRepository repository, string commit, string folder) : IWorkflowFiles
{
    private const int MaxBytes = 5 * 1024 * 1024;

    public FileReading Read(string path, bool allowOutside)
    {
        if (GitPaths.Join(folder, path) is not { Length: > 0 } full)
        {
            return FileReading.Failed(FileProblemKind.Outside, $"'{path}' is outside the repository, and a commit holds nothing of it");
        }

        if (!allowOutside && folder.Length > 0 && !full.StartsWith(folder + "/", StringComparison.Ordinal))
        {
            return FileReading.Failed(
                FileProblemKind.Outside, $"'{path}' is outside the workflow's folder", "move the file into the folder, or write 'allow_outside: true' in the node");
        }

        return Read(full, path);
    }

    /// <summary>Reads a file of the commit.</summary>
    /// <param name="full">Path from the root of the repository.</param>
    /// <param name="shown">Path for messages.</param>
    public FileReading Read(string full, string shown)
    {
        var found = repository.Read($"{commit}:{full}");
        var at = $"commit {commit[..Math.Min(10, commit.Length)]}";
        return found switch
        {
            { IsBlob: true } when found.Size > MaxBytes => FileReading.Failed(
                FileProblemKind.TooLarge, $"'{shown}' has {found.Size:N0} bytes in {at}, and at most {MaxBytes:N0} are read"),
            { IsBlob: true } => TextFileReader.Decode(found.Content, shown, MaxBytes),
            { Type: "tree" } => FileReading.Failed(FileProblemKind.Folder, $"'{shown}' is a folder in {at}"),
            { Type: "symlink" or "dangling" or "loop" or "notdir" } => FileReading.Failed(
                FileProblemKind.Unreadable, $"'{shown}' is a symbolic link in {at} that leads to nothing inside the repository"),
            { Type: "commit" or "submodule" } => FileReading.Failed(FileProblemKind.Unreadable, $"'{shown}' is a submodule in {at}, which is a repository of its own"),
            _ => FileReading.Failed(FileProblemKind.Missing, $"{at} has no file '{shown}'"),
        };
    }
}
