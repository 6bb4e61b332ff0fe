using System.Text.Json;
using Binex.Core.Attachments;
using Binex.Core.Execution;
using Binex.Core.Json;
using Binex.Core.Ledgers;
using Binex.Core.Models;
using Binex.Core.Requests;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Text;
using Binex.Engine.Agents;
using Binex.Engine.Answers;
using Binex.Engine.Secrets;

namespace Binex.Engine.Nodes;

/// <summary>Runs attempts of one execution of a node.</summary>
internal sealed class AttemptRunner(IAgent agent, AnswerBinder binder, Keeper keeper, ITokenBounds tokens, SecretMask secrets, TimeProvider timeProvider)
{
    /// <summary>Runs one attempt.</summary>
    public async Task<AttemptResult> RunAsync(AgentContext context, CancellationToken cancellationToken)
    {
        await RecordStartAsync(context, cancellationToken).ConfigureAwait(false);
        var result = await ExecuteAsync(context, cancellationToken).ConfigureAwait(false);
        if (result.Refusal is { } refusal)
        {
            return Stop(context, new NodeFailure(FailureKind.Quota, RefusalText.Sentence(refusal)), StopReason.BudgetRefused);
        }

        if (result.Failure is { } failure)
        {
            return Retry(context, failure, null);
        }

        var bound = binder.Bind(context.Node, result.Answer);
        if (bound.Failure is { } problem)
        {
            return Retry(context, problem, new RejectedAnswer(JsonValues.ToText(result.Answer), bound.Problems!));
        }

        // What was brought is kept whether or not somebody has stopped waiting for it: it may have been paid for.
        var outputs = await KeepAsync(context, bound.Values).ConfigureAwait(false);
        context.Recorder.Record(new AttemptSucceeded(context.Node.Id, context.Execution.Iteration, context.Attempt)
        {
            Repair = bound.Repair,
        });
        return new AttemptResult(NodeOutcome.Completed(outputs, Fingerprint.Of(context), context.Node.Agent.IsModel));
    }

    private async Task RecordStartAsync(AgentContext context, CancellationToken cancellationToken)
    {
        var resolved = context.Resolved;
        var hasMessages = context.Node.Agent.Scheme is "llm" or "human";
        context.Recorder.Record(new AttemptStarted(context.Node.Id, context.Execution.Iteration, context.Attempt)
        {
            SystemPrompt = hasMessages && resolved.SystemPrompt is { } system
                ? await keeper.KeepTextAsync(system, durable: false, cancellationToken).ConfigureAwait(false)
                : null,
            Prompt = hasMessages
                ? await keeper.KeepTextAsync(context.Message, durable: false, cancellationToken).ConfigureAwait(false)
                : null,
            Inputs = resolved.Inputs.Count > 0
                ? (await keeper.KeepAsync(JsonValues.Object(resolved.Inputs), durable: false, cancellationToken).ConfigureAwait(false)).Hash
                : null,
            Attachments = AttachedTo(context),
        });
    }

    private IReadOnlyList<AttachedFile>? AttachedTo(AgentContext context) => context.Node.Attachments.Count == 0 ? null :
    [
        .. context.Node.Attachments.Select(attached => attached.File!).Select(file => new AttachedFile(file.Path, file.MediaType, file.Content.Length, file.Sha256)
        {
            Tokens = file.Kind == AttachmentKind.Text ? null : tokens.AttachmentTokens(context.Node.Agent.Target, context.Resolved.ApiBase, file),
        }),
    ];

    private async Task<AgentResult> ExecuteAsync(AgentContext context, CancellationToken cancellationToken)
    {
        try
        {
            return context.Node.Deadline is { } deadline
                ? await ExecuteWithinAsync(deadline, context, cancellationToken).ConfigureAwait(false)
                : await agent.ExecuteAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var stopped = new NodeFailure(FailureKind.Agent, $"attempt {context.Attempt} of node '{context.Node.Id}' was stopped before it ended");
            RecordFailure(context, stopped, StopReason.Cancelled, null);
            throw;
        }
    }

    private async Task<AgentResult> ExecuteWithinAsync(TimeSpan deadline, AgentContext context, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(TimerLimit.Bound(deadline), timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await agent.ExecuteAsync(context, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return AgentResult.Failed(
                FailureKind.Timeout,
                $"attempt {context.Attempt} of node '{context.Node.Id}' took longer than its deadline of {DurationText.Of(deadline)}; "
                + "raise 'deadline', or retry with retry_policy.on: [timeout]");
        }
    }

    private AttemptResult Retry(AgentContext context, NodeFailure failure, RejectedAnswer? rejected)
    {
        // A call has already spent what retries there were on trouble on the way to the provider.
        var wait = context.Node.Agent.IsModel && failure.Kind.IsInfrastructure() ? null : context.Retries.TrySpend(failure);
        if (wait is not { } delay)
        {
            return Stop(context, failure, failure.Kind == FailureKind.Timeout ? StopReason.DeadlineExceeded : null);
        }

        RecordFailure(context, failure, null, delay);
        return new AttemptResult(null, delay, rejected);
    }

    private AttemptResult Stop(AgentContext context, NodeFailure failure, StopReason? reason)
    {
        var masked = RecordFailure(context, failure, reason, null);
        return new AttemptResult(NodeOutcome.Failed(masked, reason));
    }

    private NodeFailure RecordFailure(AgentContext context, NodeFailure failure, StopReason? reason, TimeSpan? retryIn)
    {
        var masked = secrets.Mask(failure);
        context.Recorder.Record(new AttemptFailed(context.Node.Id, context.Execution.Iteration, context.Attempt, masked)
        {
            StopReason = reason,
            RetryInMs = (long?)retryIn?.TotalMilliseconds,
        });
        return masked;
    }

    private async Task<NodeOutputs> KeepAsync(AgentContext context, OrderedDictionary<string, JsonElement> values)
    {
        if (values.All(value => JsonValues.IsNull(value.Value)))
        {
            return NodeOutputs.None;
        }

        var derivedFrom = context.Execution.Dependencies
            .SelectMany(dependency => dependency.Outputs?.ByName.Values ?? [])
            .Select(output => output.Hash)
            .Distinct()
            .ToList();
        var durable = context.Node.Agent.Scheme != "local";
        var outputs = new OrderedDictionary<string, OutputValue>();
        foreach (var (name, value) in values)
        {
            var kept = await keeper.KeepAsync(value, durable, CancellationToken.None).ConfigureAwait(false);
            context.Recorder.Record(new ArtifactStored(
                context.Node.Id, context.Execution.Iteration, name, kept.Hash, kept.MediaType, kept.Bytes, derivedFrom));
            outputs[name] = new OutputValue(value, kept.Hash);
        }

        return new NodeOutputs(outputs);
    }
}
