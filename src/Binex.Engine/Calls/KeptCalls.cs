using System.Text;
using System.Text.Json;
using Binex.Core.Artifacts;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Agents;
using Binex.Engine.Nodes;

namespace Binex.Engine.Calls;

/// <summary>
/// Answers calls of a run that is resumed by what was paid for in an earlier process: the answers that a node had got when that
/// process ended before the node did, or before it could not ask again. A node that failed by its answers is asked anew.
/// </summary>
internal sealed class KeptCalls : ICalls
{
    private readonly ICalls _calls;
    private readonly CallQuotes _quotes;
    private readonly IArtifactStore _artifacts;
    private readonly Keeper _keeper;
    private readonly MoneylessRequest _moneyless;
    private readonly Dictionary<string, List<KeptCall>> _kept = new(StringComparer.OrdinalIgnoreCase);

    private KeptCalls(ICalls calls, CallQuotes quotes, IEnumerable<JournalEntry> history, IArtifactStore artifacts, Keeper keeper, MoneylessRequest moneyless)
    {
        (_calls, _quotes, _artifacts, _keeper, _moneyless) = (calls, quotes, artifacts, keeper, moneyless);
        var limits = new Dictionary<long, int>();
        var sent = new Dictionary<long, CallSent>();
        foreach (var entry in history)
        {
            switch (entry.Event)
            {
                case CallReserved reserved:
                    limits[reserved.Call] = reserved.MaxOutputTokens;
                    break;
                case CallSent call:
                    sent[call.Call] = call;
                    break;
                case CallSettled { Answer: not null } settled when sent.TryGetValue(settled.Call, out var asked) && limits.TryGetValue(settled.Call, out var limit):
                    (_kept.TryGetValue(settled.Node, out var known) ? known : _kept[settled.Node] = []).Add(new KeptCall(asked, limit, settled));
                    break;
                case NodeCompleted:
                case NodeFailed { Status: NodeStatus.Failed, Failure.Kind: var kind } when IsByAnswers(kind):
                    _kept.Remove(((NodeEvent)entry.Event).Node);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Calls that are answered from a history where it has the answer; the calls themselves where it has none at all.</summary>
    /// <param name="calls">Makes the other calls.</param>
    /// <param name="quotes">Says what another model would have been asked.</param>
    /// <param name="history">The facts of the run so far.</param>
    /// <param name="artifacts">Where answers are.</param>
    /// <param name="keeper">Names requests by their hash.</param>
    /// <param name="moneyless">Knows requests again that tell an amount of money.</param>
    public static ICalls Before(
        ICalls calls, CallQuotes quotes, IReadOnlyList<JournalEntry> history, IArtifactStore artifacts, Keeper keeper, MoneylessRequest moneyless)
    {
        var kept = new KeptCalls(calls, quotes, history, artifacts, keeper, moneyless);
        return kept._kept.Count == 0 ? calls : kept;
    }

    public async Task<CallResult> CallAsync(AgentContext context, ChatRequest request, CancellationToken cancellationToken)
    {
        var moneyless = new Lazy<ChatRequest?>(() => _moneyless.Of(context, request));
        foreach (var kept in CallsFor(context))
        {
            if ((await IsAskedAgainAsync(kept, request, cancellationToken).ConfigureAwait(false)
                    || await IsAskedWithOtherAmountsAsync(kept, moneyless.Value, cancellationToken).ConfigureAwait(false))
                && await TextAsync(kept.Settled.Answer!, cancellationToken).ConfigureAwait(false) is { } text)
            {
                return Reuse(context, request, kept, text);
            }
        }

        return await _calls.CallAsync(context, request, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> IsAskedAgainAsync(KeptCall kept, ChatRequest request, CancellationToken cancellationToken) =>
        (await _keeper.KeepAsync(RecordOf(kept, request), durable: false, cancellationToken).ConfigureAwait(false)).Hash == kept.Sent.Request;

    private async ValueTask<bool> IsAskedWithOtherAmountsAsync(KeptCall kept, ChatRequest? moneyless, CancellationToken cancellationToken) =>
        moneyless is not null
        && await TextAsync(kept.Sent.Request, cancellationToken).ConfigureAwait(false) is { } sent
        && MoneylessRequest.IsSame(_keeper.WithoutSecrets(RecordOf(kept, moneyless)), sent);

    private static bool IsByAnswers(FailureKind kind) =>
        !kind.IsInfrastructure() && kind is not (FailureKind.Timeout or FailureKind.Authentication or FailureKind.Quota);

    // Another model may have stood in, and the budget may have lowered the limit.
    private JsonElement RecordOf(KeptCall kept, ChatRequest request) =>
        RequestRecord.Of(_quotes.For(kept.Sent.Model, request) with { MaxOutputTokens = kept.MaxOutputTokens });

    private async ValueTask<string?> TextAsync(string hash, CancellationToken cancellationToken) =>
        await _artifacts.GetAsync(hash, cancellationToken).ConfigureAwait(false) is { } content ? Encoding.UTF8.GetString(content) : null;

    // Only the execution that takes up the interrupted one gets its answers; the next round of a loop asks anew.
    private KeptCall[] CallsFor(AgentContext context)
    {
        lock (_kept)
        {
            return _kept.TryGetValue(context.Node.Id, out var calls) ? [.. calls.Where(kept => kept.Settled.Iteration == context.Execution.Iteration)] : [];
        }
    }

    private CallResult Reuse(AgentContext context, ChatRequest request, KeptCall kept, string text)
    {
        if (context.Repeats.Note(request) is { } circle)
        {
            return new CallResult(null, circle, null);
        }

        lock (_kept)
        {
            _kept[context.Node.Id].Remove(kept);
        }

        var settled = kept.Settled;
        context.Recorder.Record(new CallReused(
            context.Node.Id, context.Execution.Iteration, context.Attempt, context.Recorder.NextCall(), kept.Sent.Model, CallSource.Run, settled.Spent.Cost)
        {
            Request = kept.Sent.Request,
            Answer = settled.Answer!,
            Usage = settled.Usage,
            AnsweredBy = settled.AnsweredBy,
            FinishReason = settled.FinishReason,
        });
        return new CallResult(new ChatAnswer(text, settled.Usage) { Model = settled.AnsweredBy, FinishReason = settled.FinishReason }, null, null);
    }
}
