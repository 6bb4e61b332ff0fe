using System.Globalization;

namespace Binex.Core.Plans.Comparison;

/// <summary>Says what made a node's cost another.</summary>
internal static class ChangeReasons
{
    /// <summary>The reasons, as short sentences; none when nothing changed.</summary>
    /// <param name="was">The node as it was.</param>
    /// <param name="node">The node as it is.</param>
    /// <param name="names">Ids that nodes have now, by those they had.</param>
    public static List<string> Between(NodePlan was, NodePlan node, IReadOnlyDictionary<string, string> names)
    {
        var reasons = new List<string>();
        if (was.Model != node.Model || was.Agent != node.Agent)
        {
            reasons.Add(was.Model is null || node.Model is null ? $"agent {was.Agent} → {node.Agent}" : $"model {was.Model} → {node.Model}");
        }

        if (was.OutputTokens != node.OutputTokens && was.Model is not null && node.Model is not null)
        {
            reasons.Add($"max_tokens {Number(was.OutputTokens)} → {Number(node.OutputTokens)}");
        }

        if (was.Content is { } before && node.Content is { } after)
        {
            AddContent(reasons, before, after, names);
        }

        if (reasons.Count == 0 && was.Bounds != node.Bounds)
        {
            reasons.Add(was.InputTokens != node.InputTokens
                ? $"its longest request {Bound(was.InputTokens)} → {Bound(node.InputTokens)}, by what it reads"
                : "prices, past runs or what it reads changed");
        }

        return reasons;
    }

    private static void AddContent(List<string> reasons, NodeContent was, NodeContent now, IReadOnlyDictionary<string, string> names)
    {
        var grown = now.PromptTokens - was.PromptTokens;
        if (was.PromptSha256 != now.PromptSha256 || grown != 0)
        {
            reasons.Add(grown == 0 ? "prompt changed" : $"prompt {(grown > 0 ? "grew" : "shrank")} by {Number(Math.Abs(grown))} tokens (bound)");
        }

        if (was.Executions != now.Executions)
        {
            reasons.Add(was.Executions == 1 ? $"new loop: up to {Number(now.Executions)} executions"
                : now.Executions == 1 ? "no loop any more"
                : $"executions {Number(was.Executions)} → {Number(now.Executions)}");
        }

        if (was.Attempts != now.Attempts)
        {
            reasons.Add($"attempts {was.Attempts} → {now.Attempts}");
        }

        if (was.HasSchema != now.HasSchema)
        {
            reasons.Add(now.HasSchema ? "its answer must satisfy a schema now" : "its answer needs no schema any more");
        }

        if (was.IsConditional != now.IsConditional)
        {
            reasons.Add(now.IsConditional ? "it has a condition now" : "it always runs now");
        }

        if (!was.Needs.Select(id => names.GetValueOrDefault(id, id)).SequenceEqual(now.Needs, StringComparer.OrdinalIgnoreCase))
        {
            reasons.Add("it needs other nodes");
        }

        if (reasons.Count == 0 && was.Sha256 != now.Sha256)
        {
            reasons.Add("its settings changed");
        }
    }

    private static string Bound(long? tokens) => tokens is { } known ? $"{Number(known)} tokens" : "unbounded";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
