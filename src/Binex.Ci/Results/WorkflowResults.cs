using Binex.Core.Gates;

namespace Binex.Ci.Results;

/// <summary>Brings together what several documents tell of the same workflows.</summary>
public static class WorkflowResults
{
    /// <summary>The results of workflows, in the order in which they first appear.</summary>
    /// <param name="documents">What single documents tell.</param>
    public static IReadOnlyList<WorkflowResult> Merge(IEnumerable<WorkflowResult> documents)
    {
        var results = new List<WorkflowResult>();
        foreach (var document in documents)
        {
            var index = results.FindIndex(result => AreOne(result, document));
            if (index < 0)
            {
                results.Add(document);
            }
            else
            {
                results[index] = Merge(results[index], document);
            }
        }

        return results;
    }

    // Two runs of one workflow are two results: each has a picture of its own.
    private static bool AreOne(WorkflowResult one, WorkflowResult other) =>
        (one.Path is { } path && other.Path is { } otherPath ? Normal(path) == Normal(otherPath) : one.Name == other.Name)
        && !(one.Plan is not null && other.Plan is not null)
        && !(one.Difference is not null && other.Difference is not null)
        && !(one.Report is not null && other.Report is not null);

    // The first have the word, because a plan knows past runs; what they could not check, the others may have.
    private static IReadOnlyList<GateFinding> Merge(IReadOnlyList<GateFinding> first, IReadOnlyList<GateFinding> others) =>
        [.. first.Concat(others).GroupBy(gate => gate.Gate).Select(same => same.FirstOrDefault(gate => gate.Verdict != GateVerdict.NotChecked) ?? same.First())];

    private static string Normal(string path)
    {
        var slashes = path.Replace('\\', '/');
        return slashes.StartsWith("./", StringComparison.Ordinal) ? slashes[2..] : slashes;
    }

    private static WorkflowResult Merge(WorkflowResult one, WorkflowResult other) => new(one.Problems.Count > 0 ? other.Name : one.Name)
    {
        Path = one.Path ?? other.Path,
        Plan = one.Plan ?? other.Plan,
        Difference = one.Difference ?? other.Difference,
        Report = one.Report ?? other.Report,
        Gates = other.Plan is not null ? Merge(other.Gates, one.Gates) : Merge(one.Gates, other.Gates),
        Problems = [.. one.Problems.Union(other.Problems)],
    };
}
