using Binex.Core.Costs;
using Binex.Core.Workflows;

namespace Binex.Core.Configuration;

/// <summary>Caps in US dollars over every run of a project. A cap that is null does not hold.</summary>
public sealed record ProjectBudget
{
    /// <summary>For each run.</summary>
    public Money? Run { get; init; }

    /// <summary>For all runs of a day.</summary>
    public Money? Day { get; init; }

    /// <summary>For all runs of a month.</summary>
    public Money? Month { get; init; }

    /// <summary>
    /// A workflow's budget under the cap for each run: of the two the lower one holds. A workflow that says nothing of money has the
    /// cap; one that only warns at its own limit is stopped at the cap.
    /// </summary>
    /// <param name="budget">The workflow's budget.</param>
    public WorkflowBudget Over(WorkflowBudget budget)
    {
        if (Run is not { } cap)
        {
            return budget;
        }

        var own = budget.IsWritten ? budget.Caps.MaxCost : null;
        var capped = budget with { Caps = budget.Caps with { MaxCost = own < cap ? own : cap }, IsWritten = true };
        return budget.Policy == BudgetPolicy.Stop
            ? capped
            : capped with { Caps = budget.Caps with { MaxCost = cap }, Policy = BudgetPolicy.Stop, WarnAt = MarksUnder(cap, own, budget.WarnAt) };
    }

    // The place of the limit that only warned becomes one of the marks at which the run says how much is spent.
    private static IReadOnlyList<decimal> MarksUnder(Money cap, Money? own, IReadOnlyList<decimal> marks) =>
        own is { } limit && limit < cap ? [.. marks.Append(1m).Select(share => share * limit.Usd / cap.Usd)] : marks;
}
