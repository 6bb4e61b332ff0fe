using Binex.Core.Costs;
using Binex.Core.Workflows;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads budgets.</summary>
internal static class BudgetBuilder
{
    /// <summary>The budget of a workflow. A map that says nothing of money keeps the cap that holds where nothing is written.</summary>
    public static WorkflowBudget Workflow(MappingNode root, FindingList findings)
    {
        var node = root["budget"];
        if (node is null or ScalarNode { Kind: ScalarKind.Null })
        {
            return new WorkflowBudget();
        }

        var caps = Caps(node, findings);
        var standard = new WorkflowBudget();
        var map = node as MappingNode;
        return standard with
        {
            IsWritten = true,
            Caps = caps with { MaxCost = caps.MaxCost ?? WorkflowBudget.DefaultMaxCost },
            Policy = map.Text("policy")?.Value == "warn" ? BudgetPolicy.Warn : BudgetPolicy.Stop,
            AllowUnpriced = map.Text("unpriced")?.Value == "allow",
            EstimateTokens = map.Text("token_bound")?.Value == "estimate",
            CountTokens = map.Text("token_bound")?.Value == "exact",
            Shrink = map.Text("fit")?.Value != "refuse",
            Models = Groups(map, "models", findings),
            Tags = Groups(map, "tags", findings),
            WarnAt = map?["warn_at"] is SequenceNode shares ? SharesOf(shares) : standard.WarnAt,
        };
    }

    /// <summary>The caps of a node; null when it has none.</summary>
    public static BudgetCaps? Node(MappingNode? node, FindingList findings) =>
        node?["budget"] is { } budget and not ScalarNode { Kind: ScalarKind.Null } ? Caps(budget, findings) : null;

    private static IReadOnlyDictionary<string, BudgetCaps> Groups(MappingNode? map, string key, FindingList findings)
    {
        if (map?[key] is not MappingNode written)
        {
            return WorkflowBudget.NoGroups;
        }

        var groups = new Dictionary<string, BudgetCaps>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in written.Entries)
        {
            groups[entry.Key.Value] = Caps(entry.Value, findings);
        }

        return groups;
    }

    private static BudgetCaps Caps(DocumentNode node, FindingList findings)
    {
        if (node is not MappingNode map)
        {
            return new BudgetCaps { MaxCost = Amount((node as ScalarNode)?.Number) };
        }

        return new BudgetCaps
        {
            MaxCost = Amount(map.Number("max_cost")),
            MaxTokens = map.Number("max_tokens") is >= 1 and <= long.MaxValue and var tokens ? (long)tokens : null,
            MaxCalls = map.Integer("max_calls"),
            MaxDuration = map.Duration("max_duration", findings),
        };
    }

    private static Money? Amount(decimal? number) => number is >= 0 and var amount ? new Money(amount) : null;

    private static List<decimal> SharesOf(SequenceNode shares) =>
        [.. shares.Items.OfType<ScalarNode>().Select(item => item.Number).OfType<decimal>().Where(share => share is >= 0 and <= 1).Distinct().Order()];
}
