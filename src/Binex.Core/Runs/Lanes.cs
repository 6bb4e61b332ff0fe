using Binex.Core.Workflows;

namespace Binex.Core.Runs;

/// <summary>Which nodes of a workflow share which limit.</summary>
public sealed class Lanes
{
    private readonly List<Lane> _all = [];
    private readonly int[] _laneOf;

    /// <summary>Sorts the nodes of a workflow into lanes: one for all model nodes, one for each provider with a limit of its own,
    /// one for local work, one for what only waits, one for people.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="providerOf">Who answers for a model, by the model's name.</param>
    /// <param name="processors">How many processors there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit of the workflow lets nothing run.</exception>
    public Lanes(Workflow workflow, Func<string, string> providerOf, int processors)
    {
        var limits = workflow.Concurrency;
        Total = limits.Total ?? int.MaxValue;
        ArgumentOutOfRangeException.ThrowIfLessThan(Total, 1);
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        _laneOf = new int[workflow.Nodes.Count];
        for (var i = 0; i < _laneOf.Length; i++)
        {
            var lane = LaneFor(workflow.Nodes[i].Agent, limits, providerOf, processors);
            ArgumentOutOfRangeException.ThrowIfLessThan(lane.Capacity, 1);
            if (!byName.TryGetValue(lane.Name, out var index))
            {
                index = _all.Count;
                _all.Add(lane);
                byName.Add(lane.Name, index);
            }

            _laneOf[i] = index;
        }
    }

    /// <summary>The lanes.</summary>
    public IReadOnlyList<Lane> All => _all;

    /// <summary>How many nodes of all lanes together run at once, people excepted.</summary>
    public int Total { get; }

    /// <summary>The lane of a node.</summary>
    /// <param name="node">The node's index.</param>
    public int Of(int node) => _laneOf[node];

    private static Lane LaneFor(AgentUri agent, ConcurrencyLimits limits, Func<string, string> providerOf, int processors) => agent switch
    {
        { IsModel: true } when limits.Providers.TryGetValue(providerOf(agent.Target), out var limit) =>
            new Lane($"models of {providerOf(agent.Target)}", limit),
        { IsModel: true } => new Lane("models", limits.Total ?? limits.Default),
        { Scheme: "human" } => new Lane("people", int.MaxValue, CountsInTotal: false),
        { Scheme: "local", Target: "sleep" } => new Lane("waiting", int.MaxValue),
        _ => new Lane("local work", Math.Max(1, processors)),
    };
}
