using System.Globalization;
using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Reports.Charts;
using Binex.Reports.Rendering;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows where the money went and how far the caps were used.</summary>
internal static class MoneyView
{
    private const int MostRows = 15;
    private const int MostCaps = 50;
    private const int MostRefusals = 24;

    public static ScriptObject Of(RunReport report)
    {
        var cap = report.Budget.Caps.FirstOrDefault(it => it is { Scope: "run", Metric: "cost" });
        return new ScriptObject
        {
            ["cost"] = report.Totals.Cost.ToString(),
            ["budget"] = cap is null ? null : Bar(report, cap),
            ["could"] = report.Plan?.Max is { } most ? most.ToString() : null,
            ["expected"] = report.Plan?.Expected is { } expected ? expected.ToString() : null,
            ["overshoot"] = report.Budget.Overshoot > Money.Zero ? report.Budget.Overshoot.ToString() : null,
            ["reservations"] = report.Budget.Reservations is { } reservations && reservations.Held > Money.Zero ? Reservations(reservations) : null,
            ["plan"] = PlanActualView.Of(report),
            ["live"] = Live(report),
            ["reuse"] = Reuse(report),
            ["saved"] = report.Run.Cassette is null && report.Totals.SavedCost > Money.Zero ? report.Totals.SavedCost.ToString() : null,
            ["caps"] = report.Budget.Caps.OrderByDescending(it => it.Scope == "run").ThenByDescending(Used).Take(MostCaps).Select(Cap).ToList(),
            ["more_caps"] = report.Budget.Caps.Count > MostCaps ? Words.Counted(report.Budget.Caps.Count - MostCaps, "less used cap") : null,
            ["refusals"] = report.Budget.Refusals.Take(MostRefusals).Select(Refusal).ToList(),
            ["more_refusals"] = report.Budget.Refusals.Count > MostRefusals
                ? Words.Counted(report.Budget.Refusals.Count - MostRefusals, "more refused call")
                : null,
            ["by_node"] = ByNode(report),
            ["rest"] = report.Nodes.Count(IsPaid) - MostRows is > 0 and var rest ? Words.Counted(rest, "cheaper node") : null,
            ["by_model"] = report.Models.Select(model => Model(model, report.Totals.Cost)).ToList(),
        };
    }

    /// <summary>What the run cost, of what it might spend and could have cost.</summary>
    public static string Figure(RunReport report)
    {
        var cap = report.Budget.Caps.FirstOrDefault(it => it is { Scope: "run", Metric: "cost" });
        return report.Totals.Cost.ToString()
            + (cap is null ? "" : $" of {new Money(Number(cap.Limit))} ({Words.Share(Number(cap.Spent), Number(cap.Limit))} %)")
            + (report.Plan?.Max is { } most ? $", could have cost {most}" : "");
    }

    /// <summary>What a replayed run would have cost; null for another.</summary>
    public static string? Live(RunReport report) => report.Run.Cassette is null ? null : (report.Totals.Cost + report.Totals.SavedCost).ToString();

    /// <summary>What there is to say of the plan, of what was held, and of a bill above it.</summary>
    public static IEnumerable<string> Sentences(RunReport report)
    {
        if (report.Budget.Overshoot > Money.Zero)
        {
            yield return $"A provider billed {report.Budget.Overshoot} above what was held; the run was stopped at once.";
        }

        if (report.Plan is { } plan)
        {
            yield return PlanActualView.Sentence(report.Totals.Cost, plan);
        }

        if (report.Budget.Reservations is { } reservations && reservations.Held > Money.Zero)
        {
            yield return Reservations(reservations);
        }

        if (Reuse(report) is { } reuse)
        {
            yield return reuse;
        }
    }

    /// <summary>What reuse saved, as a sentence; null when nothing was reused.</summary>
    public static string? Reuse(RunReport report)
    {
        var calls = report.Nodes.SelectMany(node => node.Attempts).SelectMany(attempt => attempt.Calls).Count(call => call.ReusedFrom is not null);
        string[] reused = [.. report.Totals.Reused > 0 ? [Words.Counted(report.Totals.Reused, "node")] : Array.Empty<string>(), .. calls > 0 ? [Words.Counted(calls, "call")] : Array.Empty<string>()];
        return reused.Length == 0 ? null : $"Reuse saved {report.Totals.SavedCost}: {string.Join(" and ", reused)} {(report.Totals.Reused + calls == 1 ? "was" : "were")} answered from what is kept.";
    }

    /// <summary>The cap on what the run may cost, in dollars; null for none.</summary>
    public static decimal? CapOf(RunReport report) =>
        report.Budget.Caps.FirstOrDefault(it => it is { Scope: "run", Metric: "cost" }) is { } cap ? Number(cap.Limit) : null;

    private static string Reservations(ReportReservations of) =>
        $"{of.Held} was held for {Words.Counted(of.Calls, "call")} before {(of.Calls == 1 ? "it was" : "they were")} sent, and {of.Settled}{(of.Settled > of.Held ? "" : " of it")} was charged: "
        + $"{Words.Share(of.Settled.Usd, of.Held.Usd)} % of what was held.";

    private static bool IsPaid(ReportNode node) => node.Cost > Money.Zero || node.SavedCost > Money.Zero;

    private static decimal Used(ReportCap cap) => Number(cap.Limit) is > 0 and var limit ? Number(cap.Spent) / limit : 0;

    private static ScriptObject Bar(RunReport report, ReportCap cap)
    {
        var (limit, spent, held) = (Number(cap.Limit), Number(cap.Spent), Number(cap.Held));
        var whole = Math.Max(Math.Max(limit, spent + held), 0.000001m);
        var could = report.Plan?.Max?.Usd;
        return new ScriptObject
        {
            ["limit"] = new Money(limit).ToString(),
            ["left"] = new Money(Math.Max(0, Number(cap.Remaining))).ToString(),
            ["held"] = held > 0 ? new Money(held).ToString() : null,
            ["percent"] = Words.Share(spent, limit),
            ["has_mark"] = could <= whole ? "yes" : null,
            ["meter"] = ShareBar.Draw(spent / whole, could <= whole ? could / whole : null, held / whole),
        };
    }

    // The dearest; what a node cost counts what lies inside it, which is shown below it.
    private static List<ScriptObject> ByNode(RunReport report)
    {
        var tree = NodeTree.Of(report.Nodes);
        var dearest = tree.WithParents(Enumerable.Range(0, report.Nodes.Count).Where(i => IsPaid(report.Nodes[i])).OrderByDescending(i => report.Nodes[i].Cost).Take(MostRows));
        return [.. tree.Ordered(i => -report.Nodes[i].Cost.Usd).Where(dearest.Contains).Select(i => OfNode(report.Nodes[i], tree.DepthOf(i), report))];
    }

    private static ScriptObject OfNode(ReportNode node, int depth, RunReport report) => new()
    {
        ["name"] = node.Id,
        ["depth"] = Math.Min(depth, NodeView.MostDepth),
        ["calls"] = Words.Count(node.Calls),
        ["tokens"] = Words.Count(node.Tokens.Input + node.Tokens.Output),
        ["cost"] = node.Cost.ToString(),
        ["saved"] = NodeView.Saved(node),
        ["model"] = node.Model ?? node.RequestedModel,
        ["share"] = Words.Percent(node.Cost.Usd, report.Totals.Cost.Usd),
        ["bar"] = Bar(node.Cost.Usd, report.Totals.Cost.Usd),
    };

    private static ScriptObject Model(ReportModel model, Money total) => new()
    {
        ["name"] = model.Model,
        ["calls"] = Words.Count(model.Calls),
        ["tokens"] = Words.Count(model.Tokens.Input + model.Tokens.Output),
        ["cost"] = model.Cost.ToString(),
        ["share"] = Words.Percent(model.Cost.Usd, total.Usd),
        ["bar"] = Bar(model.Cost.Usd, total.Usd),
    };

    private static ScriptObject Cap(ReportCap cap) => new()
    {
        ["scope"] = cap.Scope == "run" ? "the run" : cap.Scope.StartsWith("run/", StringComparison.Ordinal) ? cap.Scope[4..] : cap.Scope,
        ["metric"] = cap.Metric,
        ["limit"] = Amount(cap.Metric, cap.Limit),
        ["spent"] = Amount(cap.Metric, cap.Spent),
        ["held"] = Amount(cap.Metric, cap.Held),
        ["left"] = Amount(cap.Metric, cap.Remaining),
        ["share"] = Words.Share(Number(cap.Spent), Number(cap.Limit)),
        ["bar"] = Bar(Number(cap.Spent), Number(cap.Limit)),
    };

    private static ScriptObject Refusal(ReportRefusal refusal) => new()
    {
        ["node"] = refusal.Node,
        ["iteration"] = refusal.Iteration > 1 ? $"iteration {refusal.Iteration}" : null,
        ["message"] = refusal.Message,
    };

    private static Markup Bar(decimal part, decimal whole) => ShareBar.Draw(whole > 0 ? part / whole : 0);

    private static string Amount(string metric, string value) => metric == "cost" ? new Money(Number(value)).ToString() : Words.Count((long)Number(value));

    private static decimal Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
