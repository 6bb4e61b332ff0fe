using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Rules.Graphs;

namespace Binex.Validation.Rules.References;

/// <summary>References name nodes, outputs and properties that exist, where they have a value.</summary>
internal sealed class ReferenceRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            foreach (var use in node.References)
            {
                Check(draft, node, use, findings);
            }
        }

        foreach (var use in draft.OutputReferences)
        {
            Check(draft, null, use, findings);
        }
    }

    private static void Check(WorkflowDraft draft, NodeDraft? node, ReferenceUse use, FindingList findings)
    {
        var reference = use.Reference;
        switch (reference.Root)
        {
            case ReferenceRoot.Output or ReferenceRoot.Status when node?.ItemName is { } item && item == reference.Name:
                break;
            case ReferenceRoot.Output or ReferenceRoot.Status:
                CheckNode(draft, use, findings);
                break;
            case ReferenceRoot.Item or ReferenceRoot.Index when node?.ItemName is null:
                findings.Add(
                    DiagnosticCatalog.OutOfScope,
                    use.Location,
                    $"{reference} has a value only inside a node with 'foreach'",
                    "give the node a 'foreach', or refer to an output");
                break;
            case ReferenceRoot.Iteration when node is null:
                findings.Add(DiagnosticCatalog.OutOfScope, use.Location, "${iteration} has a value only inside a node");
                break;
            case ReferenceRoot.Run:
                CheckProperty(use, "run", ReferenceRoots.RunProperties, findings);
                break;
            case ReferenceRoot.Budget:
                CheckProperty(use, "budget", ReferenceRoots.BudgetProperties, findings);
                break;
        }
    }

    private static void CheckProperty(ReferenceUse use, string root, IReadOnlyList<string> known, FindingList findings)
    {
        var name = use.Reference.Name;
        if (!known.Contains(name))
        {
            findings.Add(
                DiagnosticCatalog.UnknownProperty,
                use.Location,
                $"the {root} has no property '{name}'",
                Spelling.Hint(name, known) ?? $"it has {string.Join(", ", known)}");
        }
    }

    private static void CheckNode(WorkflowDraft draft, ReferenceUse use, FindingList findings)
    {
        var reference = use.Reference;
        if (draft.Find(reference.Name) is not { } target)
        {
            findings.Add(
                DiagnosticCatalog.UnknownNode,
                use.Location,
                $"there is no node '{reference.Name}'",
                NodeNames.Hint(draft, reference.Name, ReferenceRoots.All));
            return;
        }

        if (reference.Root == ReferenceRoot.Output && !target.IsExpanded && OutputOf(target.Node, reference.Output) is null)
        {
            var names = target.Node.Outputs.Select(output => output.Name).ToList();
            findings.Add(
                DiagnosticCatalog.UndeclaredOutput,
                use.Location,
                $"'{target.Id}' declares no output '{reference.Output}'",
                Spelling.Hint(reference.Output, names) ?? $"it declares {string.Join(", ", names.Take(10))}",
                [new RelatedPlace($"'{target.Id}' is defined here", target.Key.Location)]);
        }
    }

    private static OutputDeclaration? OutputOf(Node node, string name) => node.Outputs.FirstOrDefault(output => output.Name == name);
}
