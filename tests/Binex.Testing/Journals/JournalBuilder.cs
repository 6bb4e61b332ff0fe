using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Testing.Journals;

/// <summary>
/// Writes journals for tests. Every fact has a time of its own, so that nodes which run side by side are written one after the
/// other; <see cref="Build"/> puts them into order and numbers them.
/// </summary>
/// <param name="workflow">The workflow that is "run".</param>
public sealed class JournalBuilder(Workflow workflow)
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    private readonly List<(long AtMs, RunEvent Event)> _facts = [];
    private readonly Dictionary<string, NodeJournal> _nodes = [];
    private long _calls;

    public Workflow Workflow => workflow;

    public JournalArtifacts Artifacts { get; } = new();

    public string RunId { get; init; } = "run-20260314-7f3k";

    public Money Spent { get; set; }

    public static JournalBuilder For(string name, params Node[] nodes) => new(new Workflow(name, nodes));

    public JournalBuilder Start(decimal? maxCost = 1.00m, decimal? plannedMax = null, bool simulated = false, long atMs = 0) =>
        Add(atMs, new RunStarted(RunId, workflow.Name, "workflow.yaml", new string('5', 64), workflow.Nodes.Count)
        {
            ToolVersion = "0.1.0",
            Simulated = simulated,
            MaxCost = maxCost is { } cap ? new Money(cap) : null,
            PlannedMax = plannedMax is { } most ? new Money(most) : null,
            PricesAsOf = "2026-03-01",
            PricesSha256 = new string('9', 64),
        });

    /// <summary>Goes on with a node, at a time or where it stopped.</summary>
    public NodeJournal Node(string id, long? atMs = null)
    {
        if (!_nodes.TryGetValue(id, out var node))
        {
            _nodes.Add(id, node = new NodeJournal(this, id, workflow.IndexOf(id) >= 0 ? workflow[id] : null));
        }

        return atMs is { } at ? node.At(at) : node;
    }

    public JournalBuilder Complete(long atMs, RunStatus status = RunStatus.Completed, int exitCode = 0, params (string Name, string Content)[] outputs) =>
        Add(atMs, new RunCompleted(status, exitCode, Spent)
        {
            Outputs = outputs.ToDictionary(output => output.Name, output => Artifacts.Put(output.Content)),
        });

    public JournalBuilder Add(long atMs, RunEvent fact)
    {
        _facts.Add((atMs, fact));
        return this;
    }

    public IReadOnlyList<JournalEntry> Build() =>
        [.. _facts.Select((fact, i) => (fact.AtMs, fact.Event, i)).OrderBy(it => it.AtMs).ThenBy(it => it.i)
            .Select((it, i) => new JournalEntry(i + 1, Begin.AddMilliseconds(it.AtMs), it.Event))];

    internal long NextCall() => ++_calls;
}
