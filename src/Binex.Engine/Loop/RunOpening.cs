using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Engine.Loop;

/// <summary>The facts with which a process begins its part of a run.</summary>
internal static class RunOpening
{
    /// <summary>
    /// A new run begins. A run that is resumed first charges every hold that is still open in full, because what became of those
    /// calls is not known.
    /// </summary>
    /// <param name="request">The run.</param>
    /// <param name="state">Its state by its history.</param>
    public static List<RunEvent> Of(RunRequest request, RunState state)
    {
        if (request.History.Count == 0)
        {
            return request.Planned is { } planned ? [request.Started, planned] : [request.Started];
        }

        var charged = Money.Zero;
        var facts = new List<RunEvent>();
        foreach (var hold in state.OpenHolds.OrderBy(hold => hold.Call))
        {
            facts.Add(new CallSettled(hold.Node, hold.Iteration, hold.Attempt, hold.Call, CallOutcome.Unknown, hold.Held));
            charged += hold.Held.Cost;
        }

        facts.Add(new RunResumed(charged) { MaxCost = request.Workflow.Budget.Caps.MaxCost });
        return facts;
    }
}
