using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Testing.Journals;

/// <summary>Makes up workflows and journals of them: retries, refusals, failures, skips, and a crash with a resume.</summary>
public sealed class JournalGenerator
{
    private readonly Random _random;
    private readonly JournalBuilder _journal;
    private readonly Dictionary<string, (NodeStatus Status, string Root, long End)> _ends = [];

    private JournalGenerator(int seed, int nodes)
    {
        _random = new Random(seed);
        var list = new List<Node>();
        for (var i = 0; i < nodes; i++)
        {
            var dependencies = Enumerable.Range(0, Math.Min(i, _random.Next(4))).Select(_ => $"n{_random.Next(i)}").Distinct().ToArray();
            var node = JournalNodes.Llm($"n{i}", _random.Next(2) == 0 ? "gpt-4o" : "gpt-4o-mini", dependencies);
            list.Add(_random.Next(5) == 0 ? node with { Budget = new BudgetCaps { MaxCost = new Money(0.5m), MaxTokens = 100_000, MaxCalls = 50 } } : node);
        }

        _journal = JournalBuilder.For("generated", [.. list]);
    }

    /// <summary>A journal of a made-up run; the same for the same seed.</summary>
    public static (Workflow Workflow, IReadOnlyList<JournalEntry> Entries, JournalArtifacts Artifacts) Make(int seed, int nodes)
    {
        var generator = new JournalGenerator(seed, nodes);
        var journal = generator._journal;
        journal.Start(maxCost: 5m, plannedMax: 7m);
        foreach (var node in journal.Workflow.Nodes)
        {
            generator.Live(node);
        }

        var end = generator._ends.Values.Max(it => it.End);
        journal.Complete(end + 5, generator._ends.Values.Any(it => it.Status == NodeStatus.Failed) ? RunStatus.Failed : RunStatus.Completed);
        var entries = journal.Build();
        return (journal.Workflow, generator._random.Next(2) == 0 ? generator.Interrupt(entries) : entries, journal.Artifacts);
    }

    private void Live(Node node)
    {
        var start = node.DependsOn.Select(id => _ends[id].End).DefaultIfEmpty(10).Max();
        var at = _journal.Node(node.Id, start);
        var failed = node.DependsOn.Select(id => _ends[id]).FirstOrDefault(it => it.Status is NodeStatus.Failed or NodeStatus.Blocked or NodeStatus.Refused);
        if (failed.Root is { } root)
        {
            at.Blocked(root);
            _ends[node.Id] = (NodeStatus.Blocked, root, start);
            return;
        }

        var status = _random.Next(12) switch { 0 => NodeStatus.Skipped, 1 => NodeStatus.Failed, 2 => NodeStatus.Refused, _ => NodeStatus.Completed };
        if (status == NodeStatus.Skipped)
        {
            at.Skipped("'x' == 'y' does not hold");
            _ends[node.Id] = (status, node.Id, start);
            return;
        }

        var spent = Run(at, node, status);
        _ends[node.Id] = (status, node.Id, start + spent);
    }

    private long Run(NodeJournal at, Node node, NodeStatus status)
    {
        long queued = _random.Next(50);
        at.Started(queued);
        long spent = queued;
        var failure = new NodeFailure(FailureKind.Server, "the provider failed");
        for (var i = _random.Next(2); i > 0; i--)
        {
            at.Attempt(prompt: $"try {node.Id}").CallFails(failure, ms: 40).AttemptFails(failure, retryInMs: 100);
            spent += 140;
        }

        at.Attempt(system: "You are brief.", prompt: $"do {node.Id}");
        for (var i = _random.Next(3); i > 0; i--)
        {
            at.CallFails(failure, ms: 20, retryInMs: 30, charged: _random.Next(3) == 0);
            spent += 50;
        }

        if (status == NodeStatus.Refused)
        {
            var refusal = new Refusal("run", RefusedMetric.Cost, 5, 4.9m, 0, 0.2m, NodeJournal.Bound("gpt-4o", 9000, 4096));
            at.CallRefused(refusal).AttemptFails(failure, StopReason.BudgetRefused).Failed(failure, status, StopReason.BudgetRefused);
            return spent;
        }

        var ms = _random.Next(1, 900);
        at.Call($"answer of {node.Id}", _random.Next(10, 5000), _random.Next(1, 900), ms);
        spent += ms;
        if (status == NodeStatus.Failed)
        {
            at.AttemptFails(failure).Failed(failure);
        }
        else
        {
            at.Completed($"answer of {node.Id}");
        }

        return spent;
    }

    // Cuts the journal somewhere and lets a second process finish it: what had not ended is run again from the start.
    private IReadOnlyList<JournalEntry> Interrupt(IReadOnlyList<JournalEntry> whole)
    {
        var kept = whole.Take(_random.Next(1, whole.Count)).ToList();
        var completed = kept.Select(entry => entry.Event)
            .OfType<NodeEvent>()
            .Where(fact => fact is NodeCompleted or NodeSkipped)
            .Select(fact => fact.Node)
            .ToHashSet();
        var open = kept.Select(entry => entry.Event).OfType<CallReserved>().ToDictionary(call => call.Call, call => call.Held);
        foreach (var settled in kept.Select(entry => entry.Event).OfType<CallSettled>())
        {
            open.Remove(settled.Call);
        }

        var shift = TimeSpan.FromHours(3);
        var charged = open.Values.Aggregate(Amount.Zero, (sum, held) => sum + held).Cost;
        var rest = whole.Where(entry => entry.Event is RunCompleted || (entry.Event is NodeEvent about && !completed.Contains(about.Node)));
        var resumed = new JournalEntry(0, kept[^1].At + shift, new RunResumed(charged) { MaxCost = new Money(6m) });
        return [.. kept.Append(resumed).Concat(rest.Select(entry => Later(entry, kept[^1].At + shift))).Select((entry, i) => entry with { Seq = i + 1 })];
    }

    private static JournalEntry Later(JournalEntry entry, DateTimeOffset from)
    {
        var moved = entry.Event is CallEvent call ? call with { Call = call.Call + 100_000 } : entry.Event;
        return entry with { At = from + (entry.At - JournalBuilder.Begin), Event = moved };
    }
}
