using Binex.Core.Prices;

namespace Binex.Core.Ledgers;

/// <summary>One account: a cap, what is spent and what is held. Not safe for threads; its ledger is.</summary>
internal sealed class Account(string path, Cap cap)
{
    public string Path { get; } = path;

    public Cap Cap { get; } = cap;

    public Amount Spent { get; private set; }

    public Amount Held { get; private set; }

    public AccountState State => new(Path, Cap, Spent, Held);

    public void Hold(Amount amount) => Held += amount;

    public void Settle(Amount held, Amount spent)
    {
        Held -= held;
        Spent += spent;
    }

    /// <summary>The largest output limit that fits beside what is spent and held; negative when not even an empty answer does.</summary>
    public int OutputTokensNow(CallBound bound) => OutputTokensBeside(bound, Spent + Held);

    /// <summary>The largest output limit that would fit if all holds settled at nothing; waiting can never bring more.</summary>
    public int OutputTokensAtBest(CallBound bound) => OutputTokensBeside(bound, Spent);

    /// <summary>Whether waiting for this account's holds would bring the call nothing more.</summary>
    public bool HasRoomFor(CallBound bound) => OutputTokensNow(bound) >= OutputTokensAtBest(bound);

    /// <summary>Why a call can never fit, even if all holds settle at nothing; null when it still may.</summary>
    public Refusal? RefusalFor(CallBound bound, int leastOutput)
    {
        var needed = new Amount(bound.CostWith(leastOutput), bound.InputTokens + leastOutput, 1);
        if (Cap.Calls is { } calls && Spent.Calls + needed.Calls > calls)
        {
            return Refuse(RefusedMetric.Calls, calls, Spent.Calls, Held.Calls, needed.Calls, bound);
        }

        if (Cap.Cost is { } cost && Spent.Cost + needed.Cost > cost)
        {
            return Refuse(RefusedMetric.Cost, cost.Usd, Spent.Cost.Usd, Held.Cost.Usd, needed.Cost.Usd, bound);
        }

        return Cap.Tokens is { } tokens && Spent.Tokens + needed.Tokens > tokens
            ? Refuse(RefusedMetric.Tokens, tokens, Spent.Tokens, Held.Tokens, needed.Tokens, bound)
            : null;
    }

    private int OutputTokensBeside(CallBound bound, Amount used)
    {
        if (Cap.Calls is { } calls && used.Calls + 1 > calls)
        {
            return -1;
        }

        var fitting = Cap.Cost is { } cost ? bound.OutputTokensWithin(cost - used.Cost) : bound.MaxOutputTokens;
        return Cap.Tokens is { } tokens ? (int)Math.Max(-1, Math.Min(fitting, tokens - used.Tokens - bound.InputTokens)) : fitting;
    }

    private Refusal Refuse(RefusedMetric metric, decimal limit, decimal spent, decimal held, decimal needed, CallBound bound) =>
        new(Path, metric, limit, spent, held, needed, bound);
}
