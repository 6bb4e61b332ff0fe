using System.Globalization;
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
    /// <summary>The project's caps, those of the environment before those that are written; null with a problem.</summary>
    /// <param name="context">The process's surroundings.</param>
    /// <param name="written">The caps that the project's configuration writes.</param>
    /// <param name="problem">What is wrong with the environment.</param>
    public static ProjectBudget? Of(CliContext context, ProjectBudget written, out CliProblem? problem)
    {
        problem = null;
        var run = Cap(context, "BINEX_BUDGET_RUN", written.Run, ref problem);
        var day = Cap(context, "BINEX_BUDGET_DAY", written.Day, ref problem);
        var month = Cap(context, "BINEX_BUDGET_MONTH", written.Month, ref problem);
        return problem is null ? new ProjectBudget { Run = run, Day = day, Month = month } : null;
    }

    /// <summary>The workflow's budget under the project's cap and <c>--budget</c>; null with a problem.</summary>
    public static WorkflowBudget? Apply(WorkflowBudget budget, ProjectBudget project, RunOptions options, out CliProblem? problem)
    {
        problem = null;
        if (options.Budget is not { } dollars)
        {
            return project.Over(budget);
        }

        var wanted = new Money(dollars);
        if (project.Run is { } most && wanted > most && !options.ForceBudget)
        {
            problem = new CliProblem(
                ExitCodes.NothingRun,
                $"--budget {wanted} is more than the {most} that the project lets a run spend",
                $"lower it to {most}, raise budget.run in binex.yaml, or say that it is meant with --force-budget");
            return null;
        }

        var asked = budget with { Caps = budget.Caps with { MaxCost = wanted }, IsWritten = true };
        return options.ForceBudget ? asked : project.Over(asked);
    }

    /// <summary>The accounts that the run shares with others of the project; null where there are none. Simulated money is nobody's.</summary>
    public static ProjectAccounts? Accounts(ProjectBudget project, RunOptions options, RunStore store, TimeProvider time)
    {
        var caps = new ProjectCaps(project.Day, project.Month);
        return caps.Hold && options.Simulate is null ? new ProjectAccounts(caps, new ProjectStore(store.Root, time)) : null;
    }

    private static Money? Cap(CliContext context, string variable, Money? written, ref CliProblem? problem)
    {
        if (context.Environment(variable) is not { Length: > 0 } text)
        {
            return written;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars))
        {
            problem ??= new CliProblem(ExitCodes.NothingRun, $"the environment variable {variable} takes dollars, such as 5.00, and not '{text}'");
            return null;
        }

        return new Money(dollars);
    }
}
