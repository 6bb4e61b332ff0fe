using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Fixing;

namespace Binex.Validation.Rules.Text;

/// <summary>Keys of Python Binex that are still read are written as they are called now.</summary>
internal sealed class DeprecatedKeyRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        CheckRetries(draft.Root.Map("defaults").Map("retry_policy"), findings);
        CheckCurrency(draft.Root.Map("budget"), findings);
        foreach (var node in draft.Nodes)
        {
            CheckRetries(node.Map.Map("retry_policy"), findings);
            CheckCurrency(node.Map.Map("budget"), findings);
            if (node.Map?.Entry("id") is { Value: ScalarNode id } entry && id.Value == node.Id)
            {
                Report(entry.Key, "the key of a node is its id", "leave it out", Fixes.Remove(node.Map, entry), findings);
            }

            foreach (var assertion in (node.Map?["assertions"] as SequenceNode)?.Items.OfType<MappingNode>() ?? [])
            {
                if (assertion.Entry("latency_max_ms") is { } latency)
                {
                    Report(latency.Key, "it is called 'latency_max' now", "write 'latency_max'", Fixes.Rename(assertion, latency.Key, "latency_max"), findings);
                }
            }
        }
    }

    // Where both are written, or no attempt is left, that was said already.
    private static void CheckRetries(MappingNode? policy, FindingList findings)
    {
        if (policy?.Entry("max_retries") is { } entry && policy["max_attempts"] is null && policy.Integer("max_retries") >= 1)
        {
            Report(
                entry.Key,
                "it is called 'max_attempts' now, since it counts the first attempt too",
                "write 'max_attempts'",
                Fixes.Rename(policy, entry.Key, "max_attempts"),
                findings);
        }
    }

    private static void CheckCurrency(MappingNode? budget, FindingList findings)
    {
        if (budget?.Entry("currency") is { Value: ScalarNode { IsText: true } currency } entry
            && currency.Value.Equals("USD", StringComparison.OrdinalIgnoreCase))
        {
            Report(entry.Key, "amounts are always US dollars", "leave it out", Fixes.Remove(budget, entry), findings);
        }
    }

    private static void Report(ScalarNode key, string reason, string hint, DiagnosticFix? fix, FindingList findings) =>
        findings.Add(DiagnosticCatalog.DeprecatedKey, key.Location, $"'{key.Value}' is a key of Python Binex: {reason}", hint, fix: fix);
}
