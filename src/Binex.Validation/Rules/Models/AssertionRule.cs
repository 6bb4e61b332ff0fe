using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Prices;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Models;

/// <summary>Assertions can hold: each by itself, and all that look at the same value together.</summary>
/// <param name="prices">The price book; null when there is none.</param>
internal sealed class AssertionRule(IPriceBook? prices) : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.Map?["assertions"] is SequenceNode)
            {
                Check(node, findings);
            }
        }
    }

    private void Check(NodeDraft node, FindingList findings)
    {
        var demands = new Dictionary<string, AssertionDemands>(StringComparer.Ordinal);
        foreach (var assertion in node.Map.Maps("assertions"))
        {
            var path = assertion.Text("json_path")?.Value ?? "";
            if (!demands.TryGetValue(path, out var all))
            {
                demands[path] = all = new AssertionDemands(findings);
            }

            all.Add(assertion);
            CheckAlone(node, assertion, findings);
        }
    }

    private void CheckAlone(NodeDraft node, MappingNode assertion, FindingList findings)
    {
        if (assertion.Text("matches") is { } pattern && Expression.PatternProblem(pattern.Value) is { } problem)
        {
            findings.Add(DiagnosticCatalog.ImpossibleAssertion, pattern.Location, $"this assertion cannot be checked: {problem}");
        }

        if (assertion.Number("cost_max") is { } most && node.ModelPlace is not null
            && prices?.Find(node.Node.Agent.Target) is { IsFree: false } price && (most == 0 || most < price.PerRequest))
        {
            findings.Add(
                DiagnosticCatalog.ImpossibleAssertion,
                assertion["cost_max"]!.Location,
                $"this assertion never holds: a call of '{price.Model}' always costs more than {new Core.Costs.Money(most)}",
                "write what a call may cost, or leave 'cost_max' out");
        }
    }
}
