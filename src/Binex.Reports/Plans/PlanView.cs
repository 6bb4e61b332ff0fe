using System.Text;
using Binex.Core.Plans;
using Binex.Core.Text;
using Binex.Reports.Rendering;
using Binex.Reports.Tables;
using Binex.Reports.Views;

namespace Binex.Reports.Plans;

/// <summary>Shows what a workflow can cost.</summary>
public static class PlanView
{
    private const int MostRows = 40;
    private const int BarLength = 12;

    /// <summary>The plan as text, at most about 100 columns wide.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="bars">Whether shares are drawn.</param>
    /// <param name="explain">Whether the arithmetic of each node is shown, and what all of it rests on.</param>
    public static string Text(Plan plan, bool bars, bool explain)
    {
        var text = new StringBuilder($"plan of {TerminalText.SanitizeLine(plan.Workflow)}");
        text.Append(plan.Source is { } source ? $" ({TerminalText.SanitizeLine(source.Path)})" : "").Append("\n\n").Append(Sums(plan).ToText());
        var shown = plan.Nodes.Where(node => node.Bounds.Max is not { Usd: 0 } || node.Calls.Max > 0).OrderByDescending(node => node.Share ?? 2).Take(MostRows).ToHashSet();
        if (shown.Count > 0)
        {
            text.Append('\n').Append(Nodes(plan.Nodes.Where(shown.Contains), bars).ToText());
            var rest = plan.Nodes.Count - shown.Count;
            text.Append(rest > 0 ? $"and {Words.Counted(rest, "node")} that cost{(rest == 1 ? "s" : "")} {(rest + shown.Count > MostRows && shown.Count == MostRows ? "less" : "nothing")}\n" : "");
        }

        text.Append('\n');
        foreach (var sentence in Sentences(plan, explain))
        {
            text.Append(TerminalText.SanitizeLine(sentence)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The plan as Markdown.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="explain">As for <see cref="Text"/>.</param>
    public static string Markdown(Plan plan, bool explain)
    {
        var text = new StringBuilder($"### Plan of {MarkdownText.Escape(plan.Workflow)}\n\n");
        text.Append(Sums(plan).ToMarkdown()).Append('\n').Append(Nodes(plan.Nodes.Take(MostRows), bars: false).ToMarkdown()).Append('\n');
        text.Append(plan.Nodes.Count > MostRows ? $"- and {Words.Counted(plan.Nodes.Count - MostRows, "more node")}\n" : "");
        foreach (var sentence in Sentences(plan, explain))
        {
            text.Append("- ").Append(MarkdownText.Escape(sentence.Trim())).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A row of exact numbers for each node, as CSV.</summary>
    /// <param name="plan">The plan.</param>
    public static string Csv(Plan plan) => new Table(
        [
            new("node"), new("agent"), new("model"), new("location"), new("calls_min"), new("calls_expected"), new("calls_max"),
            new("input_tokens_expected"), new("input_tokens_max"), new("output_tokens_expected"), new("output_tokens_max"),
            new("min_usd"), new("expected_usd"), new("max_usd"), new("share"), new("basis"),
        ],
        [
            .. plan.Nodes.Select(node => new[]
            {
                node.Id, node.Agent, node.Model ?? "", node.Location?.ToString() ?? "",
                Exact(node.Calls.Min), Exact(node.Calls.Expected), Exact(node.Calls.Max),
                Exact(node.Input.Expected), Exact(node.Input.Max), Exact(node.Output.Expected), Exact(node.Output.Max),
                node.Bounds.Min.ToExactString(), node.Bounds.Expected?.ToExactString() ?? "", node.Bounds.Max?.ToExactString() ?? "",
                node.Share is { } share ? share.ToString(System.Globalization.CultureInfo.InvariantCulture) : "", node.Bounds.Basis ?? "",
            }),
        ]).ToCsv();

    private static string Exact(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>What one run costs and asks for.</summary>
    /// <param name="plan">The plan.</param>
    public static Table Sums(Plan plan) => new(
        [new("one run"), new("minimum", true), new("expected", true), new("worst case", true)],
        [
            ["cost", plan.Bounds.Min.ToString(), PlanWords.Usual(plan.Bounds.Expected), PlanWords.Most(plan.Bounds.Max)],
            ["calls", Words.Count(plan.Calls.Min), Words.Count(plan.Calls.Expected), Words.Count(plan.Calls.Max)],
            ["input tokens", Words.Count(plan.Input.Min), Words.Count(plan.Input.Expected), Tokens(plan.Input.Max)],
            ["output tokens", Words.Count(plan.Output.Min), Words.Count(plan.Output.Expected), Tokens(plan.Output.Max)],
        ]);

    private static string Tokens(long? tokens) => tokens is { } known ? Words.Count(known) : PlanWords.Unbounded;

    /// <summary>What nodes can cost, a row each.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="bars">Whether shares are drawn.</param>
    public static Table Nodes(IEnumerable<NodePlan> nodes, bool bars) => new(
        [new("node"), new("model"), new("calls", true), new("expected", true), new("worst case", true), new("share", true), .. bars ? [new TableColumn("")] : Array.Empty<TableColumn>()],
        [
            .. nodes.Select(node => (string[])
            [
                node.Id, node.Model ?? node.Agent, PlanWords.Calls(node.Calls), PlanWords.Usual(node.Bounds.Expected), PlanWords.Most(node.Bounds.Max),
                PlanWords.Percent(node.Share), .. bars ? [Bar(node.Share)] : Array.Empty<string>(),
            ]),
        ]);

    private static string Bar(decimal? share)
    {
        var filled = (int)Math.Round((share ?? 0) * BarLength, MidpointRounding.AwayFromZero);
        return new string('█', filled) + new string('░', BarLength - filled);
    }

    private static IEnumerable<string> Sentences(Plan plan, bool explain)
    {
        var dominant = plan.Nodes.FirstOrDefault(node => node.Id == plan.Dominant);
        if (dominant is not null)
        {
            yield return dominant.Share is { } share
                ? $"Most of the worst case is node '{dominant.Id}': {PlanWords.Percent(share)}{Place(dominant)}."
                : $"The worst case has no bound because of node '{dominant.Id}'{Place(dominant)}.";
        }

        if (plan.MinimumBudget is { Usd: > 0 } least)
        {
            yield return $"A budget below {least} cannot be enough; with {PlanWords.Most(plan.Bounds.Max)} no call is ever refused."
                + (plan.Capped is { } capped && plan.Bounds.Max != capped ? $" The budgets in force let it spend {capped} at most." : "");
        }

        if (plan.Bounds.Basis is { } basis)
        {
            yield return $"Expected is {(basis.StartsWith("the ", StringComparison.Ordinal) ? "" : "by ")}{basis}.";
        }

        foreach (var unpriced in plan.Unpriced)
        {
            yield return $"No price is known for {unpriced.Model}, asked by {string.Join(", ", unpriced.Nodes)}.";
        }

        foreach (var node in explain ? plan.Nodes : [])
        {
            foreach (var line in Explain(node))
            {
                yield return line;
            }
        }

        foreach (var assumption in explain ? plan.Assumptions : [])
        {
            yield return $"It is assumed: {assumption}";
        }

        foreach (var group in explain ? [] : plan.Nodes.SelectMany(node => node.Notes.Select(note => (Note: note, node.Id))).Where(it => !it.Note.StartsWith("Nothing is charged", StringComparison.Ordinal)).GroupBy(it => it.Note))
        {
            yield return $"{string.Join(", ", group.Select(it => it.Id).Take(5))}{(group.Count() > 5 ? ", …" : "")}: {group.Key}";
        }
    }

    private static string Place(NodePlan node) => node.Location is { } place ? $" ({place})" : "";

    private static IEnumerable<string> Explain(NodePlan node)
    {
        if (node.Worst.Count == 0 && node.Notes.Count == 0)
        {
            yield break;
        }

        yield return $"{node.Id}{Place(node)}";
        foreach (var group in node.Worst)
        {
            var bound = group.Bound;
            yield return $"  {Words.Counted(group.Calls, "call")} x ({Words.Count(bound.InputTokens)} tokens x {Rate(bound.InputRate)} + {Words.Count(bound.MaxOutputTokens)} tokens x {Rate(bound.OutputRate)}"
                + $"{(bound.Fee > 0 ? $" + {new Core.Costs.Money(bound.Fee)}" : "")}) = {group.Max}";
        }

        if (node.Model is not null)
        {
            yield return $"  expected {PlanWords.Usual(node.Bounds.Expected)}: {node.Bounds.Basis}";
        }

        foreach (var note in node.Notes)
        {
            yield return $"  {note}";
        }
    }

    private static string Rate(decimal perMillion) => $"{new Core.Costs.Money(perMillion)}/M";
}
