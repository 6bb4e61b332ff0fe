using System.Globalization;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>Says what the worst case of a plan rests on.</summary>
internal static class PlanAssumptions
{
    /// <summary>The assumptions that matter for these nodes, as sentences.</summary>
    public static List<string> Of(Workflow workflow, List<NodePlan> nodes, decimal? inputShare)
    {
        var said = new List<string>();
        if (nodes.Exists(node => node.Model is not null))
        {
            said.Add("Providers bill by the price book, and never more tokens than the bounds say.");
            said.Add("One run, never resumed: each resumption may pay once more for nodes that had not completed.");
        }

        if (nodes.Exists(node => node.Model is not null && node.Notes.Any(note => note.Contains("context window", StringComparison.Ordinal))))
        {
            said.Add("A request that is longer than the model's context window is refused by its provider without a charge.");
        }

        if (inputShare is { } share)
        {
            said.Add($"Requests are taken at {(share * 100).ToString("0.#", CultureInfo.InvariantCulture)} % of their sound bound (token_bound: estimate): no promise, but a guess with room to spare.");
        }

        if (workflow.Nodes.Any(node => node.CostEstimate is not null && !node.Agent.IsModel))
        {
            said.Add("Agents outside of Binex cost no more than their authors say (cost.estimate).");
        }

        return said;
    }
}
