using Binex.Core.Execution;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Runs.Events;
using Binex.Engine.Agents;

namespace Binex.Engine.Calls;

/// <summary>A call that money is held for, and the facts about it.</summary>
internal sealed record SentCall(AgentContext Context, long Number, string Provider, CallBound Bound, Reservation Reservation)
{
    public IRunRecorder Recorder => Context.Recorder;

    private string Node => Context.Node.Id;

    private int Iteration => Context.Execution.Iteration;

    public CallReserved Reserved() =>
        new(Node, Iteration, Context.Attempt, Number, Reservation.Held, Reservation.MaxOutputTokens, Bound);

    public CallSent Sent(string model, string request) => new(Node, Iteration, Context.Attempt, Number, model, request);

    public CallSettled Settlement(CallOutcome outcome, Amount spent) => new(Node, Iteration, Context.Attempt, Number, outcome, spent);
}
