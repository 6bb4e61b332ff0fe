using System.Collections.Concurrent;
using System.Text.Json;
using Binex.Core.Cassettes;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Agents;
using Binex.Engine.Nodes;
using Binex.Engine.Secrets;

namespace Binex.Engine.Calls;

/// <summary>Answers calls from a cassette, and keeps what those that were asked were answered, a provider's error too. What it answers meets neither ledger nor provider.</summary>
internal sealed class RecordedCalls(ICalls calls, RunCassettes cassettes, Keeper keeper, SecretMask secrets) : ICalls
{
    public async Task<CallResult> CallAsync(AgentContext context, ChatRequest request, CancellationToken cancellationToken)
    {
        // The same question at another address is the same question.
        var asked = secrets.Mask(RequestRecord.Of(request with { ApiBase = null }));
        if (cassettes.Player?.Find(context.Node.Id, asked) is { } found)
        {
            if (found.Recorded is { } recorded)
            {
                return await ReuseAsync(context, request, asked, recorded, cancellationToken).ConfigureAwait(false);
            }

            await MissAsync(context, request, asked, found.Drift!, cancellationToken).ConfigureAwait(false);
            if (!cassettes.AllowMiss)
            {
                return new CallResult(null, new NodeFailure(FailureKind.Cassette, $"node '{context.Node.Id}' asks what was not recorded; {found.Drift}"), null);
            }
        }

        return cassettes.Recorder is { } recorder
            ? await RecordAsync(recorder, context, request, asked, cancellationToken).ConfigureAwait(false)
            : await calls.CallAsync(context, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CallResult> ReuseAsync(
        AgentContext context, ChatRequest request, JsonElement asked, RecordedAnswer recorded, CancellationToken cancellationToken)
    {
        if (context.Repeats.Note(request) is { } circle)
        {
            return new CallResult(null, circle, null);
        }

        var answer = recorded.Answer;
        context.Recorder.Record(new CallReused(
            context.Node.Id, context.Execution.Iteration, context.Attempt, context.Recorder.NextCall(), request.Model, CallSource.Cassette, recorded.Cost)
        {
            Request = (await keeper.KeepAsync(asked, durable: false, cancellationToken).ConfigureAwait(false)).Hash,
            Answer = answer is null ? null : await keeper.KeepTextAsync(answer.Text, durable: false, cancellationToken).ConfigureAwait(false),
            Failure = recorded.Failure,
            Usage = answer?.Usage,
            AnsweredBy = answer?.Model,
            FinishReason = answer?.FinishReason,
        });
        foreach (var piece in request.OnText is null ? [] : recorded.Pieces)
        {
            request.OnText!(piece);
        }

        return new CallResult(answer, recorded.Failure, null);
    }

    private async Task MissAsync(AgentContext context, ChatRequest request, JsonElement asked, string drift, CancellationToken cancellationToken)
    {
        var kept = await keeper.KeepAsync(asked, durable: false, cancellationToken).ConfigureAwait(false);
        context.Recorder.Record(new CallMissed(
            context.Node.Id, context.Execution.Iteration, context.Attempt, context.Recorder.NextCall(), request.Model, kept.Hash, drift));
    }

    private async Task<CallResult> RecordAsync(
        ICassetteRecorder recorder, AgentContext context, ChatRequest request, JsonElement asked, CancellationToken cancellationToken)
    {
        var meter = new ChargeMeter(context.Recorder);
        var pieces = new ConcurrentQueue<string>();
        var heard = request with
        {
            OnText = request.OnText is not { } hear ? null : piece =>
            {
                pieces.Enqueue(piece);
                hear(piece);
            },
        };
        var result = await calls.CallAsync(context with { Recorder = meter }, heard, cancellationToken).ConfigureAwait(false);
        if (result.Answer is { } answer)
        {
            // It is paid: it is kept whether or not somebody has stopped waiting for it.
            var text = secrets.Mask(answer.Text);
            var recorded = new RecordedAnswer(answer with { Text = text }, meter.Charged)
            {
                // Pieces of times when it was sent in vain, or of secrets, are no pieces of this text.
                Chunks = string.Concat(pieces) == text ? [.. pieces.Select(piece => piece.Length)] : [],
            };
            await recorder.KeepAsync(context.Node.Id, asked, recorded, CancellationToken.None).ConfigureAwait(false);
        }
        else if (result.Failure is { } failure && IsAnswered(failure))
        {
            await recorder.KeepAsync(context.Node.Id, asked, new RecordedAnswer(null, secrets.Mask(failure), meter.Charged), CancellationToken.None).ConfigureAwait(false);
        }

        return result;
    }

    // What a provider says to a request is part of the tape; that nobody answered, or a key was wrong, says nothing about the request.
    private static bool IsAnswered(NodeFailure failure) => failure is { Status: not null, Kind: not FailureKind.Authentication };
}
