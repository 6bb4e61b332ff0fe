using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Graphs;

/// <summary>What a node is asked for, somebody reads.</summary>
internal sealed class UnusedOutputRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var uses = new NodeUses(draft);
        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            var node = draft.Nodes[i];
            var outputs = node.Node.Outputs;
            var used = outputs.Count(output => uses.Has(i, output.Name));
            if (used == outputs.Count)
            {
                continue;
            }

            if (used > 0)
            {
                foreach (var output in outputs.Where(output => node.Node.Agent.Scheme != "human" && !uses.Has(i, output.Name)))
                {
                    findings.Add(
                        DiagnosticCatalog.UnusedOutput,
                        PlaceOf(node, output.Name),
                        $"nothing reads the output '{output.Name}' of '{node.Id}'",
                        "refer to it, name it in 'outputs' of the workflow, or leave it out");
                }
            }
            else if (IsAskedForItsAnswer(node))
            {
                Report(draft, i, findings);
            }
        }
    }

    // Other agents are run for what they do, and a check may be there to stop what follows.
    private static bool IsAskedForItsAnswer(NodeDraft node) =>
        (node.Node.Agent.IsModel || node.Node.Agent is { Scheme: "local", Target: "echo" or "template" or "json" or "merge" or "select" })
        && node.Node is { SideEffects: false, OutputSchema: null }
        && node.Map?["assertions"] is null
        && node.Map?["tools"] is null;

    private static void Report(WorkflowDraft draft, int index, FindingList findings)
    {
        var node = draft.Nodes[index];
        var dependants = draft.Graph.Successors(index);
        if (dependants.Length == 0)
        {
            findings.Add(
                DiagnosticCatalog.UnusedNode,
                node.Key.Location,
                $"nothing uses what '{node.Id}' gives: no node needs it, and 'outputs' does not name it",
                $"name it in 'outputs', as ${{{node.Id}.{node.Node.Outputs[0].Name}}}, or take the node out");
            return;
        }

        var first = draft.Nodes[dependants[0]];
        findings.Add(
            DiagnosticCatalog.UnusedNode,
            node.Key.Location,
            $"nothing uses what '{node.Id}' gives: '{first.Id}' waits for it, but does not read it",
            $"refer to ${{{node.Id}.{node.Node.Outputs[0].Name}}} in '{first.Id}'",
            [new RelatedPlace($"'{first.Id}' is defined here", first.Key.Location)]);
    }

    private static SourceLocation PlaceOf(NodeDraft node, string output) => node.Map?["outputs"] switch
    {
        SequenceNode list => list.Items.OfType<ScalarNode>().First(item => item.Value == output).Location,
        MappingNode map => map.Entry(output)!.Key.Location,
        _ => node.Key.Location,
    };
}
