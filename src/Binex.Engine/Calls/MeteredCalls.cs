using Binex.Core.Costs;
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
/// left, then with the next fallback. Nothing else in the engine holds a chat model.
/// </summary>
internal sealed class MeteredCalls(
    IChatModel model, CallQuotes quotes, CallCounts counts, ILedger ledger, ProviderPacer pacer, Keeper keeper, SecretMask secrets, TimeProvider timeProvider) : ICalls
{
    public async Task<CallResult> CallAsync(AgentContext context, ChatRequest request, CancellationToken cancellationToken)
    {
        if (context.Repeats.Note(request) is { } circle)
        {
            return new CallResult(null, circle, null);
        }

        var asked = request;
        while (true)
        {
            request = quotes.For(context.Models.Current, asked);
            var provider = quotes.ProviderOf(request.Model);
            await pacer.WaitAsync(provider, cancellationToken).ConfigureAwait(false);
            var quote = quotes.Quote(request, context.Node, await counts.CountAsync(request, cancellationToken).ConfigureAwait(false));
            var call = context.Recorder.NextCall();
            var answer = await ledger.ReserveAsync(quote, cancellationToken).ConfigureAwait(false);
            if (answer.Reservation is not { } reservation)
            {
                // What a cancelled run frees no longer decides anything.
                cancellationToken.ThrowIfCancellationRequested();
                var refusal = quotes.Advise(answer.Refusal!, request);
                context.Recorder.Record(new CallRefused(context.Node.Id, context.Execution.Iteration, context.Attempt, call, refusal));
                return new CallResult(null, null, refusal);
            }

            var sent = new SentCall(context, call, provider, quote.Bound, reservation);
            var allowed = request with { MaxOutputTokens = reservation.MaxOutputTokens };
            var result = await SendAsync(sent, allowed, cancellationToken).ConfigureAwait(false);
            if (result.Answer is not null)
            {
                return new CallResult(result.Answer, null, null);
            }

            if (result.RetryIn is { } wait)
            {
                await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
            }
            else if (!result.Failure!.Kind.IsInfrastructure() || !context.Models.MoveOn())
            {
                return new CallResult(null, result.Failure, null);
            }
        }
    }

    private async Task<SendResult> SendAsync(SentCall call, ChatRequest request, CancellationToken cancellationToken)
    {
        var settlement = call.Settlement(CallOutcome.Rejected, Amount.Zero);
        RateUse? use = null;
        StreamMeter? meter = null;
        try
        {
            var held = call.Recorder.RecordAsync(call.Reserved());
            var content = await keeper.KeepAsync(RequestRecord.Of(request), durable: false, cancellationToken).ConfigureAwait(false);
            await held.ConfigureAwait(false);

            // The provider may have asked for quiet while the money was waited for.
            use = await pacer.EnterAsync(call.Provider, call.Reservation.Held.Tokens, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            call.Recorder.Record(call.Sent(request.Model, content.Hash));

            // From here on it may have been sent: what happens to it without an answer costs the whole hold.
            settlement = call.Settlement(CallOutcome.Unknown, call.Reservation.Held);
            meter = request.OnText is { } listener ? new StreamMeter(listener, timeProvider) : null;
            var result = await model.CompleteAsync(meter is null ? request : request with { OnText = meter.Hear }, cancellationToken).ConfigureAwait(false);
            if (result.Failure is { } failed)
            {
                settlement = Failed(call, failed);
                return new SendResult(null, settlement.Failure, settlement.RetryInMs is { } wait ? TimeSpan.FromMilliseconds(wait) : null);
            }

            // What was answered is kept and charged whether or not somebody has stopped waiting for it.
            var answer = result.Answer!;
            if (answer.QuietFor is { } quiet)
            {
                pacer.Quiet(call.Provider, quiet);
            }

            settlement = Answered(call, request, answer);
            var hash = await keeper.KeepTextAsync(answer.Text, durable: true, CancellationToken.None).ConfigureAwait(false);
            settlement = settlement with { Answer = hash };
            return new SendResult(answer, null, null);
        }
        finally
        {
            pacer.Correct(call.Provider, use, settlement.Spent.Tokens);
            await SettleAsync(call, settlement with { Stream = meter?.Stream }).ConfigureAwait(false);
        }
    }

    private CallSettled Failed(SentCall call, ChatFailure failed)
    {
        var isFree = failed.Charge == ChargeKnowledge.Nothing;
        var charge = isFree ? new Amount(default, 0, 1) : call.Reservation.Held;
        return call.Settlement(isFree ? CallOutcome.Rejected : CallOutcome.Unknown, charge) with
        {
            Failure = secrets.Mask(failed.Failure),
            RetryInMs = (long?)RetryAfter(call, failed.Failure)?.TotalMilliseconds,
        };
    }

    // Only the way to the provider is repeated here; a node in its ninth tool round does not start over for it.
    private TimeSpan? RetryAfter(SentCall call, NodeFailure failure)
    {
        var wait = failure.Kind.IsInfrastructure() ? call.Context.Retries.TrySpend(failure) : null;
        if (failure.Kind == FailureKind.RateLimit || failure.RetryAfter is not null)
        {
            pacer.Quiet(call.Provider, failure.RetryAfter ?? wait ?? TimeSpan.Zero);
        }

        return wait;
    }

    private CallSettled Answered(SentCall call, ChatRequest request, ChatAnswer answer)
    {
        var usage = answer.Usage is { } counted ? Believable.Usage(counted) : (TokenUsage?)null;
        var listed = usage is { } used ? quotes.Charge(request.Model, used) : (Money?)null;
        var cost = Believable.Cost(answer.StatedCost) ?? listed;
        var tokens = usage is { } whole ? whole.Input + whole.Output : call.Reservation.Held.Tokens;
        var outcome = cost is null ? CallOutcome.AnsweredWithoutUsage : CallOutcome.Answered;
        return call.Settlement(outcome, new Amount(cost ?? call.Reservation.Cost, tokens, 1)) with
        {
            Usage = usage,
            AnsweredBy = answer.Model,
            FinishReason = answer.FinishReason,
            ListCost = cost == listed ? null : listed,
        };
    }

    // The charge goes on its way into the journal before the ledger gives the room free, so that no hold which takes that room can
    // stand before it.
    private async Task SettleAsync(SentCall call, CallSettled settled)
    {
        var written = call.Recorder.RecordAsync(settled);
        var overshoot = ledger.Settle(call.Reservation, settled.Spent);
        if (Overshot(call, settled, overshoot) is { } overshot)
        {
            await call.Recorder.RecordAsync(overshot).ConfigureAwait(false);
        }

        await written.ConfigureAwait(false);
    }

    private BudgetOvershot? Overshot(SentCall call, CallSettled settled, Money overshoot)
    {
        var hold = call.Reservation.Held;
        var hasMoreTokens = settled.Spent.Tokens > hold.Tokens;
        if (overshoot.Usd <= 0 && !hasMoreTokens)
        {
            return null;
        }

        var accounts = ledger.Accounts();
        var isTokenCapPassed = hasMoreTokens && !accounts.All(account => account.HoldsTokens);
        return overshoot.Usd <= 0 && !isTokenCapPassed ? null : new BudgetOvershot(settled.Node, settled.Call, hold.Cost, settled.Spent.Cost)
        {
            Estimated = quotes.IsEstimate(call.Bound.Model) && accounts.All(account => account.Holds),
            HeldTokens = isTokenCapPassed ? hold.Tokens : null,
            CountedTokens = isTokenCapPassed ? settled.Spent.Tokens : null,
        };
    }
}
