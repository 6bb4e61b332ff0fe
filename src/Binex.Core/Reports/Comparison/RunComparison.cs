using Binex.Core.Plans.Comparison;

namespace Binex.Core.Reports.Comparison;

/// <summary>Two runs, node by node.</summary>
/// <param name="Before">The first run.</param>
/// <param name="After">The second run.</param>
/// <param name="Nodes">The nodes of both: those of the second run in its order, then those that only the first had.</param>
public sealed record RunComparison(RunReport Before, RunReport After, IReadOnlyList<ComparedNode> Nodes)
{
    /// <summary>The nodes that are not the same in both.</summary>
    public IEnumerable<ComparedNode> Changes => Nodes.Where(node => node.Change != NodeChange.Unchanged);

    /// <summary>Compares two runs.</summary>
    /// <param name="before">The first run.</param>
    /// <param name="after">The second run.</param>
    public static RunComparison Between(RunReport before, RunReport after)
    {
        var former = new Dictionary<string, ReportNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in before.Nodes)
        {
            former.TryAdd(node.Id, node);
        }

        var nodes = new List<ComparedNode>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in after.Nodes.Where(node => seen.Add(node.Id)))
        {
            nodes.Add(former.GetValueOrDefault(node.Id) is { } was ? Compare(was, node) : new ComparedNode(node.Id, NodeChange.Added) { After = node });
        }

        nodes.AddRange(former.Values.Where(node => !seen.Contains(node.Id)).Select(node => new ComparedNode(node.Id, NodeChange.Removed) { Before = node }));
        return new RunComparison(before, after, WithInsides(nodes));
    }

    // A node is not the same when something inside it is not.
    private static List<ComparedNode> WithInsides(List<ComparedNode> nodes)
    {
        var tree = NodeTree.Of([.. nodes.Select(node => (node.After ?? node.Before)!)]);
        var touched = tree.WithParents(Enumerable.Range(0, nodes.Count).Where(i => nodes[i].Change != NodeChange.Unchanged).Select(tree.ParentOf));
        foreach (var i in touched.Where(i => nodes[i].Change is NodeChange.Unchanged or NodeChange.Changed))
        {
            nodes[i] = nodes[i] with { Change = NodeChange.Changed, Reasons = [.. nodes[i].Reasons, "what lies inside"] };
        }

        return nodes;
    }

    private static ComparedNode Compare(ReportNode before, ReportNode after)
    {
        var reasons = new List<string>();
        Note(before.Status != after.Status, "status");
        Note(before.Agent != after.Agent, "agent");
        Note(before.Agent == after.Agent && before.Model != after.Model, "model that answered");
        Note(!before.DependsOn.SequenceEqual(after.DependsOn, StringComparer.OrdinalIgnoreCase), "what it needs");
        Note(Last(before)?.SystemPrompt != Last(after)?.SystemPrompt, "system prompt");
        Note(Last(before)?.Prompt != Last(after)?.Prompt, "prompt");
        Note(Last(before)?.Inputs != Last(after)?.Inputs, "inputs");
        Note(!before.Outputs.SequenceEqual(after.Outputs), "output");
        Note(Runs(before) != Runs(after), "iterations");
        return new ComparedNode(after.Id, reasons.Count == 0 ? NodeChange.Unchanged : NodeChange.Changed) { Before = before, After = after, Reasons = reasons };

        void Note(bool differs, string what)
        {
            if (differs)
            {
                reasons.Add(what);
            }
        }
    }

    private static ReportAttempt? Last(ReportNode node) => node.Attempts.Count > 0 ? node.Attempts[^1] : null;

    private static int Runs(ReportNode node) => node.Iterations.Count(iteration => iteration.StartedAt is not null);
}
