using Binex.Ci.Results;
using Binex.Core.Runs;
using Binex.Core.Text;

namespace Binex.Cli.Commenting;

/// <summary>Reads the files that a comment tells of. They may have come from another build, so nothing of them but JSON is looked at.</summary>
internal static class CommentFiles
{
    private const long LargestFile = 64 * 1024 * 1024;
    private const int MostFiles = 1_000;

    /// <summary>The results of workflows; null with a problem.</summary>
    public static IReadOnlyList<WorkflowResult>? Read(CliContext context, IReadOnlyList<string> paths, out CliProblem? problem)
    {
        var documents = new List<WorkflowResult>();
        problem = null;
        foreach (var path in paths)
        {
            var full = context.FullPath(path);
            var files = Directory.Exists(full) ? FilesOf(full) : [full];
            foreach (var file in files.TakeWhile(_ => documents.Count <= MostFiles))
            {
                var shown = files[0] == full ? path : $"{path.TrimEnd('/', '\\')}/{Path.GetFileName(file)}";
                if (Read(file, shown, out var why) is { } result)
                {
                    documents.Add(result);
                }
                else if (files[0] == full)
                {
                    problem = new CliProblem(ExitCodes.NothingRun, TerminalText.SanitizeLine($"{path}: {why}"), "name what plan and diff wrote with --format json, or run with --report FILE.json");
                    return null;
                }
                else
                {
                    context.Console.Error.WriteLine(TerminalText.SanitizeLine($"left out: {shown}: {why}"));
                }
            }
        }

        problem = documents.Count == 0 ? new CliProblem(ExitCodes.NothingRun, TerminalText.SanitizeLine($"there is nothing to tell of in {string.Join(", ", paths)}"))
            : documents.Count > MostFiles ? new CliProblem(ExitCodes.NothingRun, $"these are more than {MostFiles} files")
            : null;
        return problem is null ? WorkflowResults.Merge(documents) : null;
    }

    // A link in a folder that came from elsewhere leads to a file of this machine.
    private static List<string> FilesOf(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Where(file => new FileInfo(file).LinkTarget is null).Order(StringComparer.Ordinal)];

    private static WorkflowResult? Read(string file, string shown, out string? why)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > LargestFile })
            {
                why = $"it is larger than {LargestFile / 1024 / 1024} MB";
                return null;
            }

            return ResultDocument.Read(File.ReadAllBytes(file), Path.GetFileNameWithoutExtension(shown), out why);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            why = error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : error.Message;
            return null;
        }
    }
}
