using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Ledgers;
using Binex.Core.Runs;

namespace Binex.Engine.Agents;

/// <summary>What an agent brought: an answer, a failure or a refusal.</summary>
/// <param name="Answer">The answer; undefined when there is none.</param>
/// <param name="Failure">Why there is none.</param>
/// <param name="Refusal">The ledger's reason, when it did not allow a call.</param>
internal sealed record AgentResult(JsonElement Answer, NodeFailure? Failure, Refusal? Refusal)
{
    public static AgentResult Answered(JsonElement answer) => new(answer, null, null);

    public static AgentResult Answered(string text) => Answered(JsonValues.From(text));

    public static AgentResult Failed(FailureKind kind, string message) => new(default, new NodeFailure(kind, message), null);

    public static AgentResult Failed(NodeFailure failure) => new(default, failure, null);

    public static AgentResult Refused(Refusal refusal) => new(default, null, refusal);
}
