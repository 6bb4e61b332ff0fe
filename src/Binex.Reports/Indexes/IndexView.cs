using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Reports.Charts;
using Binex.Reports.Views;
using Scriban.Runtime;

namespace Binex.Reports.Indexes;

/// <summary>What templates see of many runs.</summary>
internal static class IndexView
{
    private const int MostBars = 120;
    private const int MostRows = 5_000;
    private const int SmallBars = 30;

    public static ScriptObject Of(IReadOnlyList<IndexedRun> runs, string toolVersion)
    {
                var over = runs.Where(IsOver).ToList();
        // A run that never began has no time to stand at.
        var begun = runs.Where(run => run.StartedAt != default).ToList();
        var oldestFirst = begun.Take(MostBars).Reverse().ToList();
        return new ScriptObject
        {
            ["tool"] = $"binex {toolVersion}",
            ["count"] = Words.Counted(runs.Count, "run"),
            ["cost"] = Sum(runs).ToString(),
            ["success"] = Success(over),
            ["success_text"] = $"{Words.Count(over.Count(IsGood))} of {Words.Count(over.Count)} that are over",
            ["median_cost"] = runs.Count == 0 ? null : Median(runs.Select(run => run.Cost)).ToString(),
            ["median_time"] = runs.Count == 0 ? null : Words.Duration(Median(runs.Select(run => run.DurationMs))),
            ["first"] = runs.Count == 0 ? null : begun.Count == 0 ? "an unknown time" : Words.Date(begun.Min(run => run.StartedAt)),
            ["last"] = begun.Count == 0 ? "now" : Words.Date(begun.Max(run => run.StartedAt)),
            ["cost_chart"] = TrendChart.Draw(oldestFirst, "Cost of each run", run => run.Cost.Usd, value => Words.ShortMoney(new Money(value))),
            ["time_chart"] = TrendChart.Draw(oldestFirst, "Time of each run", run => run.DurationMs, value => Words.Duration((long)value)),
            ["charted"] = begun.Count > MostBars ? $"the newest {MostBars}" : null,
            ["workflows"] = runs.GroupBy(run => run.Workflow, StringComparer.Ordinal).OrderByDescending(Sum).Select(OfWorkflow).ToList(),
            ["models"] = OfModels(runs),
            ["rows"] = runs.Take(MostRows).Select(Row).ToList(),
            ["rows_omitted"] = runs.Count > MostRows ? Words.Counted(runs.Count - MostRows, "older run") : null,
        };
    }

    private static ScriptObject OfWorkflow(IGrouping<string, IndexedRun> runs)
    {
        var list = runs.ToList();
        var over = list.Where(IsOver).ToList();
        return new ScriptObject
        {
            ["name"] = runs.Key,
            ["runs"] = Words.Count(list.Count),
            ["success"] = Success(over),
            ["bar"] = over.Count == 0 ? null : ShareBar.Draw((decimal)over.Count(IsGood) / over.Count),
            ["cost"] = Sum(list).ToString(),
            ["median_cost"] = Median(list.Select(run => run.Cost)).ToString(),
            ["median_time"] = Words.Duration(Median(list.Select(run => run.DurationMs))),
            ["trend"] = TrendChart.Small([.. list.Take(SmallBars).Reverse()], run => run.Cost.Usd),
        };
    }

    private static List<ScriptObject> OfModels(IReadOnlyList<IndexedRun> runs)
    {
        var total = Sum(runs).Usd;
        return
        [
            .. runs.SelectMany(run => run.Models).GroupBy(model => model.Model, StringComparer.Ordinal)
                .Select(uses => (Name: uses.Key, Cost: uses.Aggregate(0m, (sum, use) => sum + use.Cost.Usd), Calls: uses.Sum(use => (long)use.Calls), Tokens: uses.Aggregate(ReportTokens.Zero, (sum, use) => sum.Plus(use.Tokens))))
                .OrderByDescending(model => model.Cost)
                .Select(model => new ScriptObject
                {
                    ["name"] = model.Name,
                    ["calls"] = Words.Count(model.Calls),
                    ["tokens"] = Words.Count(model.Tokens.Input + model.Tokens.Output),
                    ["cost"] = new Money(model.Cost).ToString(),
                    ["share"] = Words.Percent(model.Cost, total),
                    ["bar"] = ShareBar.Draw(total > 0 ? model.Cost / total : 0),
                }),
        ];
    }

    private static ScriptObject Row(IndexedRun run)
    {
        var status = StatusWord.Of(run.Status);
        return new ScriptObject
        {
            ["id"] = run.Id,
            ["href"] = run.Href,
            ["workflow"] = run.Workflow,
            ["key"] = status.Key,
            ["icon"] = status.Icon,
            ["word"] = status.Word,
            ["simulated"] = run.Simulated ? "yes" : null,
            ["started"] = run.StartedAt == default ? null : Words.Date(run.StartedAt),
            ["duration"] = Words.Duration(run.DurationMs),
            ["calls"] = Words.Count(run.Calls),
            ["cost"] = run.Cost.ToString(),
        };
    }

    private static bool IsOver(IndexedRun run) => run.Status is not (RunStatus.Running or RunStatus.Pending);

    private static bool IsGood(IndexedRun run) => run.Status == RunStatus.Completed;

    private static string? Success(List<IndexedRun> over) => over.Count == 0 ? null : $"{Words.Percent(over.Count(IsGood), over.Count)} %";

    private static Money Sum(IEnumerable<IndexedRun> runs) => runs.Aggregate(Money.Zero, (sum, run) => sum + run.Cost);

    // Of an even number the lower of the two in the middle, so that it is a value that was.
    private static T Median<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[(sorted.Length - 1) / 2];
    }
}
