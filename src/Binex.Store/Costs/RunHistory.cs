using Binex.Core.Costs;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Runs;
using Binex.Store.Runs;

namespace Binex.Store.Costs;

/// <summary>What the newest runs of a workflow took, by a store. Simulated runs tell nothing of what models answer, and replayed ones nothing of what they cost.</summary>
public sealed class RunHistory : IPlanHistory
{
    private const int MostRuns = 50;
    private const int MostLookedAt = 1_000;

    private readonly Dictionary<string, NodeHistory> _nodes = new(StringComparer.OrdinalIgnoreCase);

    private RunHistory(List<(RunSummary Run, IReadOnlyList<RunCharge> Charges)> completed, int failures)
    {
        Failures = failures;
        Runs = completed.Count;
        Duration = completed.Count == 0 ? null : Median(completed.Select(run => run.Run.Duration ?? TimeSpan.Zero));
        Cost = MeasuredCost.Of(completed.Select(run => run.Run.Cost));
        var byNode = completed
            .SelectMany((run, age) => run.Charges.GroupBy(charge => charge.Node, StringComparer.OrdinalIgnoreCase).Select(charges => (Age: age, Charges: charges)))
            .GroupBy(run => run.Charges.Key, StringComparer.OrdinalIgnoreCase)
            .ToList();
        CostOfNodes = byNode.ToDictionary(
            node => node.Key, node => MeasuredCost.Of(node.Select(run => Sum(run.Charges)))!, StringComparer.OrdinalIgnoreCase);
        foreach (var node in byNode)
        {
            // A run in which it made no call counts as one that cost nothing; a run older than the node does not count.
            var runs = node.Max(run => run.Age) + 1;
            var idle = runs - node.Count();
            _nodes.Add(node.Key, new NodeHistory(
                runs,
                Median(node.Select(run => Sum(run.Charges)).Concat(Enumerable.Repeat(Money.Zero, idle))),
                Median(node.Select(run => (long)run.Charges.Count()).Concat(Enumerable.Repeat(0L, idle))),
                Median(node.Select(run => run.Charges.Sum(charge => charge.Usage?.Input ?? 0)).Concat(Enumerable.Repeat(0L, idle))),
                Median(node.Select(run => run.Charges.Sum(charge => charge.Usage?.Output ?? 0)).Concat(Enumerable.Repeat(0L, idle))))
            {
                Model = node.MinBy(run => run.Age).Charges.Last().Model,
            });
        }
    }

    /// <inheritdoc/>
    public int Runs { get; }

    /// <inheritdoc/>
    public int Failures { get; }

    /// <inheritdoc/>
    public TimeSpan? Duration { get; }

    /// <summary>What those runs cost; null when there is none.</summary>
    public MeasuredCost? Cost { get; }

    /// <summary>What their nodes cost in the runs in which they made calls, by id.</summary>
    public IReadOnlyDictionary<string, MeasuredCost> CostOfNodes { get; }

    /// <summary>The runs among which history is looked for: the newest of a store.</summary>
    /// <param name="store">The store.</param>
    /// <exception cref="IOException">The store cannot be read.</exception>
    public static IReadOnlyList<RunSummary> Newest(RunStore store) => [.. store.Enumerate().Take(MostLookedAt)];

    /// <summary>The history of a workflow.</summary>
    /// <param name="store">The store.</param>
    /// <param name="runs">The runs of the store that are looked at, the newest first.</param>
    /// <param name="isWanted">Which of them count, beside being over, and neither simulated nor replayed.</param>
    /// <exception cref="IOException">A journal cannot be read.</exception>
    public static RunHistory Read(RunStore store, IEnumerable<RunSummary> runs, Func<RunSummary, bool> isWanted)
    {
        var completed = new List<(RunSummary, IReadOnlyList<RunCharge>)>();
        var failures = 0;
        foreach (var run in runs.Where(run => run is { Simulated: false, Replayed: false } && run.Problem is null && isWanted(run)))
        {
            switch (run.Status)
            {
                case RunStatus.Completed:
                    completed.Add((run, store.Charges(run.Id)));
                    break;
                case RunStatus.Failed or RunStatus.OverBudget:
                    failures++;
                    break;
            }

            if (completed.Count + failures == MostRuns)
            {
                break;
            }
        }

        return new RunHistory(completed, failures);
    }

    /// <inheritdoc/>
    public NodeHistory? Of(string node) => _nodes.GetValueOrDefault(node);

    private static Money Sum(IEnumerable<RunCharge> charges) => charges.Aggregate(Money.Zero, (sum, charge) => sum + charge.Cost);

    // Of an even number the lower of the two in the middle, so that it is a value that was.
    private static T Median<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[(sorted.Length - 1) / 2];
    }
}
