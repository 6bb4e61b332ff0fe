using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.References;

/// <summary>References stand where they are resolved.</summary>
internal sealed class UnresolvedReferenceRule : IRule
{
    private static readonly string[] OfRoot = ["name", "description"];

    private static readonly string[] OfNode = ["description", "tags"];

    private static readonly string[] OfModel = ["stop", "reasoning_effort", "response_format", "extra"];

    private static readonly string[] OfVariable = ["default"];

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        Check(draft.Root, OfRoot, findings);
        foreach (var node in draft.Nodes)
        {
            Check(node.Map, OfNode, findings);
            if (node.Node.Agent.IsModel)
            {
                Check(node.Map.Map("config"), OfModel, findings);
            }
        }

        foreach (var (key, value) in draft.Root.Map("vars")?.Entries ?? [])
        {
            if (value is MappingNode variable)
            {
                Check(variable, OfVariable, findings);
            }
            else
            {
                Check(draft.Root.Map("vars"), [key.Value], findings);
            }
        }
    }

    private static void Check(MappingNode? map, IReadOnlyList<string> keys, FindingList findings)
    {
        foreach (var (text, key) in OtherTexts.Texts(map, keys))
        {
            foreach (var reference in TextTemplate.Parse(text.Value).References)
            {
                findings.Add(
                    DiagnosticCatalog.UnresolvedReference,
                    text.LocationOf(reference.Offset, reference.Length),
                    $"references are not resolved in '{key.Value}', so {reference} stays as it is written",
                    "they are resolved in prompts, inputs, conditions and the outputs of the workflow");
            }
        }
    }
}
