using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.References;

/// <summary>What a workflow returns comes from somewhere.</summary>
internal sealed class WorkflowOutputRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var map = draft.Root.Map("outputs");
        foreach (var output in draft.Outputs.Where(output => output.Value.IsConstant && output.Value.Errors.Count == 0))
        {
            var text = output.Value.Source;
            var node = draft.Find(text.Split('.')[0]);
            findings.Add(
                DiagnosticCatalog.ConstantOutput,
                map!.Entry(output.Name)!.Place.Location,
                $"the output '{output.Name}' has no reference in it, so it is the same in every run",
                node is null ? "write a reference, such as ${node.output}" : $"did you mean '${{{text}}}'?");
        }
    }
}
