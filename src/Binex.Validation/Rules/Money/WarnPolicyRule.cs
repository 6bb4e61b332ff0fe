using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Money;

/// <summary>A workflow that CI gates has a budget that stops it.</summary>
internal sealed class WarnPolicyRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (draft.Root.Map("budget").Text("policy") is { Value: "warn" } policy && draft.Root.Entry("gates") is { Value: MappingNode { Entries.Count: > 0 } } gates)
        {
            findings.Add(
                DiagnosticCatalog.WarnPolicyGated,
                policy.Location,
                "CI gates this workflow, but its budget only warns, so a run in CI can spend any amount",
                "write 'policy: stop'; a gate fails a run only after the money is spent",
                [new RelatedPlace("the gates are here", gates.Key.Location)]);
        }
    }
}
