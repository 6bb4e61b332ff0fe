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

    private static int Rank(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Failed => 0,
        GateVerdict.Passed => 1,
        _ => 2,
    };

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
        // What one of two commands could not check, the other may have.
        Gates = [.. one.Gates.Concat(other.Gates).GroupBy(gate => gate.Gate).Select(same => same.MinBy(gate => Rank(gate.Verdict))!)],
        Problems = [.. one.Problems.Union(other.Problems)],
    };
}
