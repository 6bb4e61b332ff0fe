using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Engine.Loop;

/// <summary>Notices when spending passes a mark of the run's money cap, each mark once.</summary>
internal sealed class BudgetMarks
{
    private readonly Money? _cap;
    private readonly Queue<decimal> _marks;
    private bool _warnsAtCap;

    public BudgetMarks(WorkflowBudget budget, Money alreadySpent)
    {
        _cap = budget.Caps.MaxCost;
        _warnsAtCap = budget.Policy == BudgetPolicy.Warn;
        _marks = new Queue<decimal>(budget.WarnAt.Order());
        foreach (var _ in Passed(alreadySpent))
        {
            // Marks that an earlier process has passed were told by it.
        }
    }

    /// <summary>The facts that a new amount spent brings.</summary>
    public IEnumerable<RunEvent> Passed(Money spent)
    {
        if (_cap is not { } cap)
        {
            yield break;
        }

        while (_marks.TryPeek(out var mark) && spent >= cap * mark && spent > Money.Zero)
        {
            _marks.Dequeue();
            yield return new BudgetWarned(Ledger.RunPath, mark, spent, cap);
        }

        if (_warnsAtCap && spent > cap)
        {
            _warnsAtCap = false;
            yield return new BudgetExceeded(Ledger.RunPath, spent, cap);
        }
    }
}
