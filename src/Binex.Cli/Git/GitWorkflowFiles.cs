using Binex.Validation.Files;

namespace Binex.Cli.Git;

/// <summary>The files beside a workflow as a commit has them.</summary>
/// <param name="repository">The repository.</param>
/// <param name="commit">The commit.</param>
/// <param name="folder">Folder of the workflow from the root of the repository; empty for the root.</param>
internal sealed class GitWorkflowFiles(GitRepository repository, string commit, string folder) : IWorkflowFiles
{
    private const int MaxBytes = 5 * 1024 * 1024;

    public FileReading Read(string path, bool allowOutside) => Text(ReadBytes(path, allowOutside, MaxBytes), path);

    public FileContent ReadBytes(string path, bool allowOutside, int maxBytes)
    {
        if (GitPaths.Join(folder, path) is not { Length: > 0 } full)
        {
            return FileContent.Failed(FileProblemKind.Outside, $"'{path}' is outside the repository, and a commit holds nothing of it");
        }

        if (!allowOutside && folder.Length > 0 && !full.StartsWith(folder + "/", StringComparison.Ordinal))
        {
            return FileContent.Failed(
                FileProblemKind.Outside, $"'{path}' is outside the workflow's folder", "move the file into the folder, or write 'allow_outside: true' in the node");
        }

        return ReadBytes(full, path, maxBytes);
    }

    /// <summary>Reads a file of the commit.</summary>
    /// <param name="full">Path from the root of the repository.</param>
    /// <param name="shown">Path for messages.</param>
    public FileReading Read(string full, string shown) => Text(ReadBytes(full, shown, MaxBytes), shown);

    private static FileReading Text(FileContent content, string shown) =>
        content.IsRead ? TextFileReader.Decode(content.Bytes.Span, shown, MaxBytes) : FileReading.Failed(content.Problem);

    private FileContent ReadBytes(string full, string shown, int maxBytes)
    {
        var found = repository.Read($"{commit}:{full}");
        var at = $"commit {commit[..Math.Min(10, commit.Length)]}";
        return found switch
        {
            { IsBlob: true } when found.Size > maxBytes => FileContent.Failed(
                FileProblemKind.TooLarge, $"'{shown}' has {found.Size:N0} bytes in {at}, and at most {maxBytes:N0} are read"),
            { IsBlob: true } => FileContent.Of(found.Content),
            { Type: "tree" } => FileContent.Failed(FileProblemKind.Folder, $"'{shown}' is a folder in {at}"),
            { Type: "symlink" or "dangling" or "loop" or "notdir" } => FileContent.Failed(
                FileProblemKind.Unreadable, $"'{shown}' is a symbolic link in {at} that leads to nothing inside the repository"),
            { Type: "commit" or "submodule" } => FileContent.Failed(FileProblemKind.Unreadable, $"'{shown}' is a submodule in {at}, which is a repository of its own"),
            _ => FileContent.Failed(FileProblemKind.Missing, $"{at} has no file '{shown}'"),
        };
    }
}
