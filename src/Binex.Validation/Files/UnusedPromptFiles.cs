using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Validation.Files;

/// <summary>Finds files that lie among the prompt files of workflows, and which none of the workflows names.</summary>
public static class UnusedPromptFiles
{
    /// <summary>A result for each such file, sorted by path; none where a workflow has an error, since what cannot be read may name them.</summary>
    /// <param name="results">All workflows of a project or folder.</param>
    /// <param name="folder">Full path of the folder from which their paths start.</param>
    /// <param name="severities">The severities that the project chose.</param>
    public static IReadOnlyList<CheckResult> Find(IReadOnlyList<CheckResult> results, string folder, SeverityPolicy severities)
    {
        if (severities.Of(DiagnosticCatalog.UnusedPromptFile) is not { } severity
            || results.Any(result => result.Diagnostics.Any(finding => finding.Severity == DiagnosticSeverity.Error)))
        {
            return [];
        }

        var named = results.SelectMany(result => result.Sources.Skip(1)).Select(source => Path.GetFullPath(source.Path, folder)).ToHashSet(StringComparer.Ordinal);

        // Beside a workflow lies much that is no prompt.
        var ofWorkflows = results.Select(result => Path.GetDirectoryName(Path.GetFullPath(result.File, folder))).ToHashSet(StringComparer.Ordinal);
        return [.. named.GroupBy(file => Path.GetDirectoryName(file)!)
            .Where(prompts => !ofWorkflows.Contains(prompts.Key))
            .SelectMany(prompts => Beside(prompts.Key, [.. prompts]))
            .Order(StringComparer.Ordinal)
            .Select(file => Result(Path.GetRelativePath(folder, file).Replace('\\', '/'), severity))];
    }

    private static IEnumerable<string> Beside(string folder, HashSet<string> named)
    {
        var suffixes = named.Select(Path.GetExtension).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Directory.EnumerateFiles(folder, "*", new EnumerationOptions { IgnoreInaccessible = true })
            .Where(file => suffixes.Contains(Path.GetExtension(file)) && !named.Contains(file));
    }

    private static CheckResult Result(string file, DiagnosticSeverity severity) => new(
        file,
        [
            new Diagnostic(
                DiagnosticCatalog.UnusedPromptFile,
                new SourceLocation(file, TextRange.FileStart),
                "no workflow that was checked names this file, which lies among prompt files")
            {
                Severity = severity,
                Hint = "name it in a workflow, delete it, or move it elsewhere",
            },
        ],
        []);
}
