namespace Binex.Core.Runs;

/// <summary>Says what is next. Pure: it reads the state, and only events change the state. Constant time for each decision.</summary>
public static class Scheduler
{
    /// <summary>The next thing to do, or null when there is nothing to do but wait for what runs.</summary>
    /// <param name="state">The state of the run.</param>
    public static Decision? Next(RunState state)
    {
        if (state.IsCancelling)
        {
            return state.RunningCount == 0 ? new Decision(DecisionKind.Finish, -1) : null;
        }

        if (state.LoopToIterate is >= 0 and var loop)
        {
            return new Decision(DecisionKind.Iterate, loop);
        }

        if (state.Decidable.Min is >= 0 and var node)
        {
            return new Decision(Judge(state, node), node);
        }

        if (state.FirstStartable() is >= 0 and var startable)
        {
            return new Decision(DecisionKind.Start, startable);
        }

        return state.RunningCount == 0 ? new Decision(DecisionKind.Finish, -1) : null;
    }

    private static DecisionKind Judge(RunState state, int node)
    {
        if (state.BlockedBy(node) >= 0)
        {
            return DecisionKind.Block;
        }

        return state.Workflow.Nodes[node].SkipPropagation && state.AllDependenciesSkipped(node)
            ? DecisionKind.SkipWithDependencies
            : DecisionKind.Admit;
    }
}
