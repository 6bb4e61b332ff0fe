using Binex.Core.Configuration;
using Binex.Core.Costs;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.Store.Ledgers;
using Binex.Store.Runs;

namespace Binex.Cli.Running;

/// <summary>What the project lets a run spend, and how the command line changes that.</summary>
internal static class ProjectLimits
{
    /// <summary>The workflow's budget, which is under the project's cap already, with <c>--budget</c>; null with a problem.</summary>
    public static WorkflowBudget? Apply(WorkflowBudget budget, ProjectBudget project, RunOptions options, out CliProblem? problem)
    {
        problem = null;
        if (options.Budget is not { } dollars)
        {
            return budget;
        }

        var wanted = new Money(dollars);
        if (wanted > project.Run && !options.ForceBudget)
        {
            problem = new CliProblem(
                ExitCodes.NothingRun,
                $"a budget of {wanted} is more than the {project.Run} that binex.yaml lets a run spend",
                $"lower it to {project.Run}, raise budget.run in binex.yaml, or say that it is meant with --force-budget");
            return null;
        }

        return budget with { Caps = budget.Caps with { MaxCost = wanted }, IsWritten = true };
    }

    /// <summary>The accounts that the run shares with others of the project; null where there are none. Simulated money is nobody's.</summary>
    public static ProjectAccounts? Accounts(ProjectBudget project, RunOptions options, RunStore store, TimeProvider time)
    {
        var caps = new ProjectCaps(project.Day, project.Month);
        return caps.Hold && options.Simulate is null ? new ProjectAccounts(caps, new ProjectStore(store.Root, time)) : null;
    }
}
