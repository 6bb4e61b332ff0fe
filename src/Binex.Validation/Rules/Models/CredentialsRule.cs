using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Text;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Models;

/// <summary>The keys of models are set in the environment. Each that is not is named once, where it is first needed.</summary>
/// <param name="keyVariable">The variable that holds the key for a model.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class CredentialsRule(Func<string, string?> keyVariable, Func<string, string?> environment) : IRule
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.ModelPlace is null)
            {
                continue;
            }

            var model = node.Node.Agent.Target;
            if (node.Node.Model.ApiKey is { } written)
            {
                CheckWritten(node, model, written, findings);
            }
            else if (node.Node.Model.ApiBase is null && keyVariable(model) is { } variable && IsNewlyMissing(variable))
            {
                Report(variable, model, new ModelUse(node, node.ModelPlace).Location, findings);
            }
        }
    }

    private void CheckWritten(NodeDraft node, string model, TextTemplate key, FindingList findings)
    {
        foreach (var reference in key.References)
        {
            if (reference is { Root: ReferenceRoot.Env, Default: null } && IsNewlyMissing(reference.Name))
            {
                Report(reference.Name, model, node.References.First(use => ReferenceEquals(use.Reference, reference)).Location, findings);
            }
        }
    }

    private bool IsNewlyMissing(string variable) => string.IsNullOrWhiteSpace(environment(variable)) && _told.Add(variable);

    private static void Report(string variable, string model, SourceLocation place, FindingList findings) => findings.Add(
        DiagnosticCatalog.MissingCredentials,
        place,
        $"'{model}' needs a key, but the environment variable {variable} is not set here",
        $"set {variable} before a run; 'run --simulate' needs none");
}
