using Binex.Validation.Building;

namespace Binex.Validation.Rules;

/// <summary>Looks for one kind of mistake in a workflow whose values are already checked one by one.</summary>
internal interface IRule
{
    /// <summary>Reports what it finds.</summary>
    /// <param name="draft">The workflow, as far as it could be built.</param>
    /// <param name="findings">Takes the findings.</param>
    void Check(WorkflowDraft draft, FindingList findings);
}
