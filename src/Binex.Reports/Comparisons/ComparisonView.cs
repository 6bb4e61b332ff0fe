using Binex.Core.Costs;
using Binex.Core.Plans.Comparison;
using Binex.Core.Reports;
using Binex.Core.Reports.Comparison;
using Binex.Reports.Views;
using Scriban.Runtime;

namespace Binex.Reports.Comparisons;

/// <summary>What templates see of two runs.</summary>
internal static class ComparisonView
{
    private const int MostRows = 1_000;
    private const int MostDetails = 200;

    private static readonly string[] SummaryOrder = ["changed", "added", "removed", "same"];

    public static ScriptObject Of(RunComparison comparison)
    {
        var (before, after) = (comparison.Before, comparison.After);
        var changes = comparison.Changes.ToList();
        var rows = Rows(comparison);
        return new ScriptObject
        {
            ["before"] = RunView.Of(before),
            ["after"] = RunView.Of(after),
            ["summary"] = Summary(comparison),
            ["figures"] = Figures(before, after),
            ["rows"] = rows,
            ["rows_omitted"] = comparison.Nodes.Count > rows.Count ? Words.Counted(comparison.Nodes.Count - rows.Count, "node") : null,
            ["results"] = TextDiffs.OfResults(comparison),
            ["details"] = changes.Take(MostDetails).Select(node => Detail(node, comparison)).ToList(),
            ["details_omitted"] = changes.Count > MostDetails ? Words.Counted(changes.Count - MostDetails, "more node") : null,
        };
    }

    /// <summary>The change of a node as a sign and a word.</summary>
    public static (string Key, string Sign, string Word) WordOf(NodeChange change) => change switch
    {
        NodeChange.Added => ("added", "+", "added"),
        NodeChange.Removed => ("removed", "−", "removed"),
        NodeChange.Changed or NodeChange.Renamed => ("changed", "~", "changed"),
        _ => ("same", "=", "same"),
    };

    private static NodeTree TreeOf(RunComparison comparison) => NodeTree.Of([.. comparison.Nodes.Select(node => (node.After ?? node.Before)!)]);

    // Those that changed first, where not all have room; in their order, each followed by what lies inside it.
    private static List<ScriptObject> Rows(RunComparison comparison)
    {
        var (nodes, tree) = (comparison.Nodes, TreeOf(comparison));
        var chosen = tree.WithParents(Enumerable.Range(0, nodes.Count).OrderByDescending(i => nodes[i].Change != NodeChange.Unchanged).Take(MostRows));
        return [.. tree.Ordered().Where(chosen.Contains).Select(i => Row(nodes[i], tree.DepthOf(i)))];
    }

    private static string Summary(RunComparison comparison)
    {
        var own = TreeOf(comparison).Roots.Select(root => comparison.Nodes[root]).ToList();
        var counts = own.CountBy(node => WordOf(node.Change).Word).ToDictionary();
        return own.TrueForAll(node => node.Change == NodeChange.Unchanged)
            ? "every node is the same in both"
            : string.Join(", ", SummaryOrder.Where(counts.ContainsKey).Select(word => $"{Words.Count(counts[word])} {word}"));
    }

    private static ScriptObject Row(ComparedNode node, int depth = 0)
    {
        var (key, sign, word) = WordOf(node.Change);
        return new ScriptObject
        {
            ["id"] = node.Id,
            ["depth"] = Math.Min(depth, NodeView.MostDepth),
            ["lead"] = NodeView.Lead(depth),
            ["key"] = key,
            ["icon"] = sign,
            ["word"] = word,
            ["why"] = string.Join(", ", node.Reasons),
            ["is_changed"] = node.Change == NodeChange.Unchanged ? null : "yes",
            ["before"] = Status(node.Before),
            ["after"] = Status(node.After),
            ["cost_before"] = node.Before?.Cost.ToString(),
            ["cost_after"] = node.After?.Cost.ToString(),
            ["cost_change"] = MoneyChange(node.Before?.Cost ?? Money.Zero, node.After?.Cost ?? Money.Zero),
            ["time_before"] = node.Before is { } was ? Words.Duration(was.DurationMs) : null,
            ["time_after"] = node.After is { } now ? Words.Duration(now.DurationMs) : null,
            ["time_change"] = TimeChange(node.Before?.DurationMs ?? 0, node.After?.DurationMs ?? 0),
        };
    }

    private static ScriptObject Detail(ComparedNode node, RunComparison comparison)
    {
        var view = Row(node);
        view["agent_before"] = node.Before?.Agent;
        view["agent_after"] = node.After?.Agent;
        view["texts"] = TextDiffs.OfNode(node, comparison);
        return view;
    }

    private static List<ScriptObject> Figures(RunReport before, RunReport after)
    {
        var figures = new List<ScriptObject>
        {
            Figure("Cost", before.Totals.Cost.ToString(), after.Totals.Cost.ToString(), MoneyChange(before.Totals.Cost, after.Totals.Cost)),
            Figure("Time", Words.Duration(before.Run.DurationMs), Words.Duration(after.Run.DurationMs), TimeChange(before.Run.DurationMs, after.Run.DurationMs)),
            Figure("Calls", Words.Count(before.Totals.Calls), Words.Count(after.Totals.Calls), CountChange(before.Totals.Calls, after.Totals.Calls)),
            Figure("Tokens", Words.Count(Tokens(before)), Words.Count(Tokens(after)), CountChange(Tokens(before), Tokens(after))),
        };
        if (before.Totals.SavedCost > Money.Zero || after.Totals.SavedCost > Money.Zero)
        {
            figures.Insert(1, Figure("Saved by reuse", before.Totals.SavedCost.ToString(), after.Totals.SavedCost.ToString(), MoneyChange(before.Totals.SavedCost, after.Totals.SavedCost)));
        }

        return figures;
    }

    private static ScriptObject Figure(string name, string before, string after, string change) => new()
    {
        ["name"] = name,
        ["before"] = before,
        ["after"] = after,
        ["change"] = change,
    };

    private static ScriptObject? Status(ReportNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var status = StatusWord.Of(node.Status);
        return new ScriptObject { ["key"] = status.Key, ["icon"] = status.Icon, ["word"] = status.Word };
    }

    private static long Tokens(RunReport report) => report.Totals.Tokens.Input + report.Totals.Tokens.Output;

    private static string MoneyChange(Money before, Money after)
    {
        var change = after - before;
        return change == Money.Zero ? "same" : $"{(change > Money.Zero ? "+" : "")}{change}{Share(before.Usd, after.Usd)}";
    }

    private static string TimeChange(long before, long after) =>
        after == before ? "same" : $"{(after > before ? "+" : "-")}{Words.Duration(Math.Abs(after - before))}{Share(before, after)}";

    private static string CountChange(long before, long after) => after == before ? "same" : $"{(after > before ? "+" : "")}{Words.Count(after - before)}{Share(before, after)}";

    private static string Share(decimal before, decimal after) =>
        before <= 0 || after > before * 100 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" ({(after / before * 100) - 100:+0.#;-0.#;0} %)");
}
