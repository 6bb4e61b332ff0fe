using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Text;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.References;

/// <summary>A declared variable is used, and has a value or says that it needs one.</summary>
internal sealed class VariableUseRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (draft.Variables.Count == 0)
        {
            return;
        }

        var declared = draft.Root.Map("vars")!;
        var used = new HashSet<string>(StringComparer.Ordinal);
        var needed = new Dictionary<string, ReferenceUse>(StringComparer.Ordinal);
        foreach (var use in draft.References.Where(use => use.Reference.Root == ReferenceRoot.User))
        {
            used.Add(use.Reference.Name);
            if (use.Reference.Default is null)
            {
                needed.TryAdd(use.Reference.Name, use);
            }
        }

        foreach (var variable in draft.Variables)
        {
            if (variable is { Default: null, Required: false } && needed.TryGetValue(variable.Name, out var use))
            {
                findings.Add(
                    DiagnosticCatalog.VariableWithoutValue,
                    declared.Entry(variable.Name)!.Key.Location,
                    $"the variable '{variable.Name}' has no default, and {use.Reference} needs a value",
                    "give it a default, or write 'required: true' if whoever runs the workflow must give one",
                    [new RelatedPlace("needed here", use.Location)]);
            }
        }

        CheckUnused(draft, used, name => declared.Entry(name)!.Key.Location, findings);
    }

    private static void CheckUnused(WorkflowDraft draft, HashSet<string> used, Func<string, SourceLocation> placeOf, FindingList findings)
    {
        used.UnionWith(OtherTexts.References(draft).Where(reference => reference.Root == ReferenceRoot.User).Select(reference => reference.Name));
        var mistyped = used.Except(draft.Variables.Select(variable => variable.Name)).ToList();
        foreach (var variable in draft.Variables)
        {
            if (!used.Contains(variable.Name) && Spelling.Nearest(variable.Name, mistyped) is null)
            {
                findings.Add(
                    DiagnosticCatalog.UnusedVariable,
                    placeOf(variable.Name),
                    $"nothing uses the variable '{variable.Name}'",
                    $"refer to it as ${{user.{variable.Name}}}, or take it out");
            }
        }
    }
}
