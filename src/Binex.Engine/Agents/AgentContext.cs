using System.Text.Json;
using Binex.Core.Execution;
using Binex.Core.Requests;
using Binex.Core.Workflows;
using Binex.Engine.Calls;

namespace Binex.Engine.Agents;

/// <summary>What an agent is asked in one attempt, and what it may use.</summary>
internal sealed record AgentContext
{
    public required NodeExecution Execution { get; init; }

    public required ResolvedNode Resolved { get; init; }

    /// <summary>Which attempt of this execution, from 1.</summary>
    public required int Attempt { get; init; }

    public required IRunRecorder Recorder { get; init; }

    /// <summary>The retries that this execution has left; calls and attempts draw on the same ones.</summary>
    public required RetryBudget Retries { get; init; }

    /// <summary>The models that this execution may ask.</summary>
    public required ModelChain Models { get; init; }

    /// <summary>Stops the attempt when it goes round in circles.</summary>
    public RepeatGuard Repeats { get; init; } = new();

    /// <summary>The answer that was not accepted in the attempt before; null when there was none.</summary>
    public RejectedAnswer? Rejected { get; init; }

    /// <summary>What a model, or a person, is told; the same in every attempt.</summary>
    public string Message => Resolved.MessageFor(Execution);

    public Node Node => Execution.Node;

    public JsonElement Input(string name) => Resolved.Inputs.GetValueOrDefault(name);
}
