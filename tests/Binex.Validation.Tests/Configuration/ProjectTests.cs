using Binex.Core.Configuration;
using Binex.Core.Costs;
using Binex.Core.Diagnostics;
using Binex.Core.Workflows;

namespace Binex.Validation.Tests.Configuration;

/// <summary>What a project says holds for its workflows.</summary>
public sealed class ProjectTests
{
    private static readonly ProjectConfiguration Project = new()
    {
        Budget = new ProjectBudget { Run = new Money(0.20m) },
        Concurrency = new ConcurrencyLimits { Default = 3 },
    };

    [Theory]
    [InlineData("", 0.20, 3)]
    [InlineData("budget: 0.05", 0.05, 3)]
    [InlineData("budget: 5", 0.20, 3)]
    [InlineData("concurrency: { default: 12 }", 0.20, 12)]
    [InlineData("concurrency: { groq: 1 }", 0.20, 8)]
    public void Load_WorkflowOfAProject_HasItsLimits(string written, double cost, int concurrency)
    {
        var workflow = Loading.Load($"name: demo\n{written}\nnodes: {{ a: {{ agent: local://noop }} }}\n", project: Project).Workflow.ShouldNotBeNull();

        workflow.Budget.Caps.MaxCost.ShouldBe(new Money((decimal)cost));
        workflow.Concurrency.Default.ShouldBe(concurrency);
    }

    [Theory]
    [InlineData(DiagnosticSeverity.Error, true)]
    [InlineData(DiagnosticSeverity.Info, false)]
    public void Load_FindingWithAnotherSeverity_CountsAsThat(DiagnosticSeverity severity, bool isRefused)
    {
        var policy = SeverityPolicy.Of(new Dictionary<string, DiagnosticSeverity?> { ["BNX2007"] = severity });

        var result = Loading.Load(
            "name: demo\nnodes: { a: { agent: local://template, inputs: { template: '${user.x}' } } }\n", project: new ProjectConfiguration { Severities = policy });

        result.Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(severity);
        (result.Workflow is null).ShouldBe(isRefused);
    }
}
