using System.Globalization;
using Binex.Core.Ledgers;
using Binex.Core.Workflows;

namespace Binex.Core.Reports.Projection;

/// <summary>Every cap of a run and how far it was used: those of the project first, the run's own, those of models and tags, then those of nodes in document order.</summary>
internal static class CapList
{
    public static IReadOnlyList<ReportCap> Build(RunFold run, Workflow workflow)
    {
        var caps = new List<ReportCap>();
        var spent = Amount.Zero;
        var held = Amount.Zero;
        foreach (var node in run.Nodes)
        {
            var (nodeSpent, nodeHeld) = Sum(node.Calls);
            spent += nodeSpent;
            held += nodeHeld;
            if (node.Definition?.Budget is { } budget)
            {
                Add(caps, $"run/{node.Id}", budget, nodeSpent, nodeHeld);
            }
        }

        var own = new List<ReportCap>();
        Add(own, "run", workflow.Budget.Caps with { MaxCost = run.MaxCost }, spent, held);
        AddGroups(own, run, workflow.Budget);
        return [.. SharedOf(run), .. own, .. caps];
    }

    private static IEnumerable<ReportCap> SharedOf(RunFold run) =>
        from account in run.Completed?.Shared ?? []
        select new ReportCap(
            account.Path, "cost", account.Limit.ToExactString(), account.Spent.ToExactString(), account.Held.ToExactString(),
            (account.Limit - account.Spent - account.Held).ToExactString());

    private static void AddGroups(List<ReportCap> caps, RunFold run, WorkflowBudget budget)
    {
        foreach (var (model, limits) in budget.Models)
        {
            var (spent, held) = Sum(run.Nodes.SelectMany(node => node.Calls).Where(call => IsSame(call.HeldAs, model) || IsSame(call.Model, model)));
            Add(caps, $"run/model:{model}", limits, spent, held);
        }

        foreach (var (tag, limits) in budget.Tags)
        {
            var tagged = run.Nodes.Where(node => node.Definition?.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase) == true);
            var (spent, held) = Sum(tagged.SelectMany(node => node.Calls));
            Add(caps, $"run/tag:{tag}", limits, spent, held);
        }
    }

    private static bool IsSame(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static (Amount Spent, Amount Held) Sum(IEnumerable<CallFold> calls)
    {
        var spent = Amount.Zero;
        var held = Amount.Zero;
        foreach (var call in calls)
        {
            spent += call.Spent;
            held += call.Open;
        }

        return (spent, held);
    }

    private static void Add(List<ReportCap> caps, string scope, BudgetCaps limits, Amount spent, Amount held)
    {
        Add(caps, scope, "cost", limits.MaxCost?.Usd, spent.Cost.Usd, held.Cost.Usd);
        Add(caps, scope, "tokens", limits.MaxTokens, spent.Tokens, held.Tokens);
        Add(caps, scope, "calls", limits.MaxCalls, spent.Calls, held.Calls);
    }

    private static void Add(List<ReportCap> caps, string scope, string metric, decimal? limit, decimal spent, decimal held)
    {
        if (limit is { } set)
        {
            caps.Add(new ReportCap(scope, metric, Text(set), Text(spent), Text(held), Text(set - spent - held)));
        }
    }

    private static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
