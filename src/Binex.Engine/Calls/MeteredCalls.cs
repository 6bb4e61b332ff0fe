using Binex.Core.Ledgers;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Agents;
using Binex.Engine.Nodes;
using Binex.Engine.Secrets;

namespace Binex.Engine.Calls;

/// <summary>
/// The one way to a model: wait for the provider's quiet, reserve, write the hold ahead, send, settle; and again while retries are
/// left. Nothing else in the engine holds a chat model.
/// </summary>
internal sealed class MeteredCalls(
    IChatModel model, CallQuotes quotes, ILedger ledger, ProviderPacer pacer, Keeper keeper, SecretMask secrets, TimeProvider timeProvider)
{
    /// <summary>Makes a call within the node's budget and retries.</summary>
    public async Task<CallResult> CallAsync(AgentContext context, ChatRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            await pacer.WaitAsync(quotes.ProviderOf(request.Model), cancellationToken).ConfigureAwait(false);
            var quote = quotes.Quote(request, context.Node);
            var call = context.Recorder.NextCall();
            var answer = await ledger.ReserveAsync(quote, cancellationToken).ConfigureAwait(false);
            if (answer.Reservation is not { } reservation)
            {
                context.Recorder.Record(new CallRefused(context.Node.Id, context.Execution.Iteration, context.Attempt, call, answer.Refusal!));
                return new CallResult(null, null, answer.Refusal);
            }

            var sent = new SentCall(context, call, quote.Bound, reservation);
            var result = await SendAsync(sent, request with { MaxOutputTokens = reservation.MaxOutputTokens }, cancellationToken).ConfigureAwait(false);
            if (result.Answer is not null)
            {
                return new CallResult(result.Answer, null, null);
            }

            if (result.RetryIn is not { } wait)
            {
                return new CallResult(null, result.Failure, null);
            }

            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<SendResult> SendAsync(SentCall call, ChatRequest request, CancellationToken cancellationToken)
    {
        var settlement = call.Settlement(CallOutcome.Rejected, Amount.Zero);
        try
        {
            var content = await keeper.KeepAsync(RequestRecord.Of(request), durable: false, cancellationToken).ConfigureAwait(false);
            await call.Recorder.RecordAsync(call.Reserved()).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            call.Recorder.Record(call.Sent(request.Model, content.Hash));

            // From here on it may have been sent: what happens to it without an answer costs the whole hold.
            settlement = call.Settlement(CallOutcome.Unknown, call.Reservation.Held);
            var result = await model.CompleteAsync(request, cancellationToken).ConfigureAwait(false);
            var wait = result.Failure is { } failed ? RetryAfter(call, request, failed.Failure) : null;
            settlement = await SettlementOfAsync(call, result, wait).ConfigureAwait(false);
            return new SendResult(result.Answer, settlement.Failure, wait);
        }
        finally
        {
            await SettleAsync(call, settlement).ConfigureAwait(false);
        }
    }

    // Only the way to the provider is repeated here; a node in its ninth tool round does not start over for it.
    private TimeSpan? RetryAfter(SentCall call, ChatRequest request, NodeFailure failure)
    {
        var wait = failure.Kind.IsInfrastructure() ? call.Context.Retries.TrySpend(failure) : null;
        if (failure.Kind == FailureKind.RateLimit)
        {
            pacer.Quiet(quotes.ProviderOf(request.Model), failure.RetryAfter ?? wait ?? TimeSpan.Zero);
        }

        return wait;
    }

    private async Task<CallSettled> SettlementOfAsync(SentCall call, ChatResult result, TimeSpan? retryIn)
    {
        if (result.Failure is { } failed)
        {
            var isFree = failed.Charge == ChargeKnowledge.Nothing;
            var failure = failed.Failure with
            {
                Message = secrets.Mask(failed.Failure.Message),
                Detail = failed.Failure.Detail is { } detail ? secrets.Mask(detail) : null,
            };
            return call.Settlement(isFree ? CallOutcome.Rejected : CallOutcome.Unknown, isFree ? new Amount(default, 0, 1) : call.Reservation.Held) with
            {
                Failure = failure,
                RetryInMs = (long?)retryIn?.TotalMilliseconds,
            };
        }

        // What was answered is settled whether or not somebody has stopped waiting for it.
        var answer = result.Answer!;
        var hash = await keeper.KeepTextAsync(answer.Text, durable: true, CancellationToken.None).ConfigureAwait(false);
        var settled = answer.Usage is { } usage
            ? call.Settlement(CallOutcome.Answered, new Amount(answer.StatedCost ?? quotes.Charge(call.Bound.Model, usage), usage.Input + usage.Output, 1))
            : call.Settlement(CallOutcome.AnsweredWithoutUsage, call.Reservation.Held);
        return settled with { Usage = answer.Usage, Answer = hash, AnsweredBy = answer.Model, FinishReason = answer.FinishReason };
    }

    private async Task SettleAsync(SentCall call, CallSettled settled)
    {
        var overshoot = ledger.Settle(call.Reservation, settled.Spent);
        await call.Recorder.RecordAsync(settled).ConfigureAwait(false);
        if (overshoot.Usd > 0)
        {
            await call.Recorder.RecordAsync(new BudgetOvershot(settled.Node, settled.Call, call.Reservation.Cost, settled.Spent.Cost)).ConfigureAwait(false);
        }
    }
}
