using System.Text;
using Binex.Ci.Results;
using Binex.Core.Costs;
using Binex.Core.Text;

namespace Binex.Ci.GitHub;

/// <summary>The figures of results as outputs of a step of GitHub Actions.</summary>
public static class GitHubOutputs
{
    /// <summary>
    /// A line for each: <c>cost</c>, <c>cost-before</c> and <c>increase</c>, in US dollars and summed over all workflows, each empty
    /// where one is not known, and <c>run-id</c> of the last run. Of what ran it is what runs cost, of anything else the worst case.
    /// </summary>
    /// <param name="results">The results.</param>
    public static string Of(IReadOnlyList<WorkflowResult> results)
    {
        var lines = new StringBuilder();
        var compared = results.Where(result => result.Difference is not null).ToList();
        Append("cost", Sum(results.Select(Cost)));
        Append("cost-before", Sum(compared.Select(CostBefore)));
        Append("increase", Sum(compared.Select(result => Cost(result) - CostBefore(result))));
        Append("run-id", results.LastOrDefault(result => result.Report is not null)?.Report!.Run.Id ?? "");
        return lines.ToString();

        // One line each, whatever a report calls its run.
        void Append(string name, string value) => lines.Append(name).Append('=').Append(TerminalText.SanitizeLine(Plausible.Text(value))).Append('\n');
    }

    private static Money? Cost(WorkflowResult result) =>
        result.Report is { } report ? report.Totals.Cost : (result.Difference?.Head.Bounds ?? result.Plan?.Bounds)?.Max;

    private static Money? CostBefore(WorkflowResult result) =>
        result.Report is not null ? result.Difference!.Base.Measured?.Median : result.Difference!.Base.Bounds.Max;

    private static string Sum(IEnumerable<Money?> amounts)
    {
        var all = amounts.ToList();
        return all.Count > 0 && all.All(amount => amount is not null) ? all.Aggregate(Money.Zero, (sum, amount) => sum + amount!.Value).ToExactString() : "";
    }
}
