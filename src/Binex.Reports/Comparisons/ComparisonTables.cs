using Binex.Core.Reports.Comparison;
using Binex.Reports.Tables;
using Scriban.Runtime;

namespace Binex.Reports.Comparisons;

/// <summary>The tables of a comparison, for texts.</summary>
internal static class ComparisonTables
{
    private const int MostRows = 60;

    public static Table Sums(RunComparison comparison)
    {
        var view = ComparisonView.Of(comparison);
        var rows = new List<string[]> { new[] { "status", Word(view, "before"), Word(view, "after"), "" } };
        rows.AddRange(((List<ScriptObject>)view["figures"]!).Select(it => new[] { Cell(it, "name").ToLowerInvariant(), Cell(it, "before"), Cell(it, "after"), Cell(it, "change") }));
        return new Table([new("run"), new("before", true), new("after", true), new("change", true)], rows);
    }

    /// <summary>The nodes that changed; null when none did.</summary>
    public static Table? Nodes(RunComparison comparison)
    {
        var rows = ((List<ScriptObject>)ComparisonView.Of(comparison)["rows"]!).Where(row => row["is_changed"] is not null).Take(MostRows)
            .Select(row => new[] { $"{Cell(row, "icon")} {Cell(row, "lead")}{Cell(row, "id")}", Cell(row, "why"), Cell(row, "cost_before"), Cell(row, "cost_after"), Cell(row, "time_before"), Cell(row, "time_after") })
            .ToList();
        return rows.Count == 0
            ? null
            : new Table([new("node"), new("what changed"), new("cost before", true), new("after", true), new("time before", true), new("after", true)], rows);
    }

    private static string Word(ScriptObject view, string side) => Cell((ScriptObject)view[side]!, "word");

    private static string Cell(ScriptObject row, string name) => row[name] as string ?? "";
}
