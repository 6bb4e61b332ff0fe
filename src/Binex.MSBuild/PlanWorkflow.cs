using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Binex.MSBuild;

/// <summary>Holds what a workflow can cost against limits. Nothing is run and nothing is sent.</summary>
public sealed class PlanWorkflow : BinexTask
{
    /// <summary>The workflow.</summary>
    [Required]
    public ITaskItem Workflow { get; set; } = new TaskItem();

    /// <summary>Variables, each as <c>name=value</c>.</summary>
    public string[] Vars { get; set; } = [];

    /// <summary>The most that one run may cost in its worst case, in US dollars; empty for no limit.</summary>
    public string MaxCost { get; set; } = "";

    /// <summary>The most by which the worst case may grow, in US dollars or as a share such as <c>10%</c>; empty for no limit.</summary>
    public string MaxIncrease { get; set; } = "";

    /// <summary>What it is compared with: a workflow, a plan, a report, a run or a git ref; empty for nothing.</summary>
    public string Baseline { get; set; } = "";

    /// <inheritdoc/>
    protected override void AddArguments(CommandLineBuilder arguments)
    {
        arguments.AppendSwitch("plan");
        arguments.AppendFileNameIfNotNull(Workflow);
        arguments.AppendOptions("--var", Vars);
        arguments.AppendOptions("--max-cost", MaxCost);
        arguments.AppendOptions("--max-increase", MaxIncrease);
        arguments.AppendOptions("--baseline", Baseline);
    }
}
