using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.References;

/// <summary>Variables that references name are declared.</summary>
internal sealed class VariableRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var declared = draft.Variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var use in draft.References)
        {
            var name = use.Reference.Name;
            if (use.Reference.Root == ReferenceRoot.User && !declared.Contains(name))
            {
                findings.Add(
                    DiagnosticCatalog.UndeclaredVariable,
                    use.Location,
                    $"the variable '{name}' is not declared in 'vars'",
                    Spelling.Hint(name, declared) ?? $"declare it: vars: {{ {name}: {{ {(use.Reference.Default is null ? "required: true" : "default: …")} }} }}");
            }
        }
    }
}
