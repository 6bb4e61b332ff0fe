using Binex.Core.Execution;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Nodes;
using Binex.Engine.Secrets;

namespace Binex.Engine.Loop;

/// <summary>Evaluates the conditions of nodes and back edges, and turns what they say into facts.</summary>
internal sealed class LoopConditions(RunSettings settings, ILedger ledger, SecretMask secrets)
{
    /// <summary>Whether a node runs: ready, skipped, or failed because its condition cannot be evaluated.</summary>
    public NodeEvent Admit(NodeExecution execution)
    {
        var (node, iteration) = (execution.Node, execution.Iteration);
        if (node.When is not { } when)
        {
            return new NodeReady(node.Id, iteration);
        }

        var scope = ScopeOf(execution);
        var answer = when.Evaluate(scope);
        if (answer.Missing is { } problem)
        {
            var failure = Failure($"the condition of node '{node.Id}' cannot be evaluated: {problem}");
            return new NodeFailed(node.Id, iteration, NodeStatus.Failed, failure);
        }

        return Expression.IsTrue(answer.Value)
            ? new NodeReady(node.Id, iteration)
            : new NodeSkipped(node.Id, iteration, $"its condition does not hold: {secrets.Mask(when.Source)}{Values(when, scope)}");
    }

    /// <summary>How a node's execution ends: completed, completed and sent back, or failed.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="outcome">What its agent brought.</param>
    /// <param name="afterEnd">The execution as its own back edge sees it; null when it has none, or nothing came of the execution.</param>
    public NodeEvent End(NodeExecution execution, NodeOutcome outcome, NodeExecution? afterEnd)
    {
        var (node, iteration) = (execution.Node, execution.Iteration);
        if (outcome.Failure is { } failure)
        {
            return new NodeFailed(node.Id, iteration, outcome.Status, failure) { StopReason = outcome.StopReason };
        }

        var completed = new NodeCompleted(node.Id, iteration, outcome.Outputs!.Hashes)
        {
            Fingerprint = outcome.Fingerprint,
            Paid = outcome.Paid,
        };
        if (node.BackEdge is not { } backEdge || afterEnd is null)
        {
            return completed;
        }

        var answer = backEdge.When.Evaluate(ScopeOf(afterEnd));
        if (answer.Missing is { } problem)
        {
            return new NodeFailed(
                node.Id, iteration, NodeStatus.Failed,
                Failure($"the condition of the back edge of node '{node.Id}' cannot be evaluated: {problem}"));
        }

        if (!Expression.IsTrue(answer.Value))
        {
            return completed;
        }

        if (iteration < backEdge.MaxIterations)
        {
            return completed with { Iterate = true };
        }

        return backEdge.AcceptAtLimit
            ? completed
            : new NodeFailed(node.Id, iteration, NodeStatus.Failed, new NodeFailure(
                FailureKind.Agent,
                $"node '{node.Id}' has run {iteration} times, which is its back_edge.max_iterations, and its condition still asks "
                + $"for more: {backEdge.When.Source}; raise max_iterations, or write on_limit: accept to go on with the last result"))
            {
                StopReason = StopReason.LoopLimit,
            };
    }

    private ExecutionScope ScopeOf(NodeExecution execution) => new(execution, settings, ledger, secrets);

    private NodeFailure Failure(string message) => secrets.Mask(new NodeFailure(FailureKind.Reference, message));

    private string Values(Expression when, ExecutionScope scope)
    {
        const int Longest = 80;
        var values = when.References.Select(reference => (reference, value: reference.ResolveFrom(scope))).Select(pair =>
        {
            // A secret that is cut short would no longer be known as one.
            var isNull = pair.value.Missing is not null || JsonValues.IsNull(pair.value.Value);
            var text = isNull ? "null" : secrets.Mask(JsonValues.ToText(pair.value.Value));
            return $"{pair.reference} is {(text.Length > Longest ? text[..Longest] + "…" : text)}";
        });
        var list = string.Join(", ", values);
        return list.Length == 0 ? "" : $" ({list})";
    }
}
