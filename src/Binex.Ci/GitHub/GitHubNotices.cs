using System.Text;
using Binex.Ci.Results;
using Binex.Core.Diagnostics;
using Binex.Core.Gates;
using Binex.Core.Text;
using Binex.Reports.Diagnostics;

namespace Binex.Ci.GitHub;

/// <summary>Says what failed as commands that a runner of GitHub Actions turns into annotations.</summary>
public static class GitHubNotices
{
    // A runner shows no more of a step.
    private const int Most = 10;

    /// <summary>A line for each gate that does not hold, each node that failed and each workflow that could not be checked.</summary>
    /// <param name="results">The results.</param>
    /// <param name="folder">Full path of the repository's root.</param>
    /// <param name="workingFolder">Full path of the folder from which the results name files.</param>
    public static string Of(IReadOnlyList<WorkflowResult> results, string folder, string workingFolder)
    {
        var lines = new StringBuilder();
        foreach (var (title, message, location) in results.SelectMany(All).Take(Most))
        {
            var place = SourceLocation.Parse(location) is { } known && !known.File.Contains('\0') ? known with { File = Path.GetFullPath(known.File, workingFolder) } : null;
            lines.Append(GitHubAnnotations.One(DiagnosticSeverity.Error, title, message, folder, place));
        }

        return lines.ToString();
    }

    private static IEnumerable<(string Title, string Message, string? Location)> All(WorkflowResult result)
    {
        var problems = result.Problems.Take(1).Select(problem => (result.Name, problem, (string?)null));
        var gates = result.Gates.Where(gate => gate.Verdict == GateVerdict.Failed).Select(gate => ($"gate {gate.Gate}", $"{result.Name}: {gate.Message}", gate.Location));
        var nodes = result.Report is not { } report ? [] : report.Causes.Select(cause => (
            $"node {Plausible.Text(cause.Node)}",
            Plausible.Text($"{result.Name}: {cause.Message}"),
            report.Nodes.FirstOrDefault(node => node.Id == cause.Node)?.Location is { } location ? Plausible.Text(location) : null));
        return problems.Concat(gates).Concat(nodes);
    }
}
