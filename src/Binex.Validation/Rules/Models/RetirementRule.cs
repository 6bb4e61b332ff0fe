using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Models;

/// <summary>Models are in service, and stay so for a while.</summary>
/// <param name="prices">The price book, which knows the days.</param>
/// <param name="today">The day on which they must be in service.</param>
internal sealed class RetirementRule(IPriceBook prices, DateOnly today) : IRule
{
    private const int DaysAhead = 90;

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var use in ModelUse.Of(draft))
        {
            if (!use.IsElsewhere && prices.Find(use.Model) is { Deprecated: { } day } price && IsTheVersion(use.Model, price.Model))
            {
                Check(use, day, findings);
            }
        }
    }

    private void Check(ModelUse use, DateOnly day, FindingList findings)
    {
        var days = day.DayNumber - today.DayNumber;
        if (days <= 0)
        {
            findings.Add(
                DiagnosticCatalog.RetiredModel,
                use.Location,
                $"the model '{use.Model}' is out of service since {day:yyyy-MM-dd}",
                "name a model that took its place; if it still answers, its provider has put the day off");
        }
        else if (days <= DaysAhead)
        {
            findings.Add(
                DiagnosticCatalog.RetiringModel,
                use.Location,
                $"the model '{use.Model}' goes out of service on {day:yyyy-MM-dd}, in {days} {(days == 1 ? "day" : "days")}",
                "try the workflow with a model that takes its place");
        }
    }

    // A name without a date may be priced as one of its dated versions, but then another version answers once that one is gone.
    private static bool IsTheVersion(string written, string found) => Bare(written).Equals(Bare(found), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Bare(string model) => model.AsSpan(model.LastIndexOf('/') + 1);
}
