using Binex.Core.Configuration;
using Binex.Core.Costs;
using Binex.Core.Workflows;

namespace Binex.Core.Tests.Configuration;

public sealed class ProjectBudgetTests
{
    [Fact]
    public void Over_NoCap_LeavesTheWorkflowsBudget()
    {
        var budget = Written(0.30m);

        new ProjectBudget().Over(budget).ShouldBeSameAs(budget);
    }

    [Theory]
    [InlineData(0.30, 1.00, 0.30)]
    [InlineData(3.00, 1.00, 1.00)]
    [InlineData(1.00, 1.00, 1.00)]
    public void Over_WrittenBudget_TheLowerOneHolds(double own, double cap, double holds) =>
        Cap(cap).Over(Written((decimal)own)).Caps.MaxCost.ShouldBe(new Money((decimal)holds));

    [Theory]
    [InlineData(0.25)]
    [InlineData(5.00)]
    public void Over_WorkflowThatSaysNothing_HasTheCap(double cap)
    {
        var budget = Cap(cap).Over(new WorkflowBudget());

        budget.Caps.MaxCost.ShouldBe(new Money((decimal)cap));
        budget.IsWritten.ShouldBeTrue();
    }

    [Fact]
    public void Over_OtherCaps_Stay()
    {
        var budget = Cap(1).Over(new WorkflowBudget { IsWritten = true, Caps = new BudgetCaps { MaxCost = new Money(2), MaxCalls = 7 }, AllowUnpriced = true });

        budget.Caps.ShouldBe(new BudgetCaps { MaxCost = new Money(1), MaxCalls = 7 });
        budget.AllowUnpriced.ShouldBeTrue();
    }

    [Fact]
    public void Over_WorkflowThatOnlyWarns_IsStoppedAtTheCapAndStillWarnsAtItsOwnLimit()
    {
        var budget = Cap(2).Over(Written(0.50m) with { Policy = BudgetPolicy.Warn, WarnAt = [0.5m] });

        budget.Policy.ShouldBe(BudgetPolicy.Stop);
        budget.Caps.MaxCost.ShouldBe(new Money(2));
        budget.WarnAt.ShouldBe([0.125m, 0.25m]);
    }

    [Fact]
    public void Over_WorkflowThatOnlyWarnsAboveTheCap_IsStoppedAtTheCap()
    {
        var budget = Cap(2).Over(Written(5) with { Policy = BudgetPolicy.Warn });

        budget.Policy.ShouldBe(BudgetPolicy.Stop);
        budget.Caps.MaxCost.ShouldBe(new Money(2));
        budget.WarnAt.ShouldBe([0.5m, 0.8m]);
    }

    private static ProjectBudget Cap(double dollars) => new() { Run = new Money((decimal)dollars) };

    private static WorkflowBudget Written(decimal dollars) => new() { IsWritten = true, Caps = new BudgetCaps { MaxCost = new Money(dollars) } };
}
