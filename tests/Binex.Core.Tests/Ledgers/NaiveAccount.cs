using Binex.Core.Ledgers;
using Binex.Core.Prices;

namespace Binex.Core.Tests.Ledgers;

/// <summary>An account as the rules say it, without any thought of speed.</summary>
public sealed class NaiveAccount(Cap cap)
{
    public Cap Cap { get; } = cap;

    public Amount Spent { get; set; }

    public Amount Held { get; set; }

    public static bool Fits(Cap cap, Amount amount) =>
        !(amount.Cost > cap.Cost) && !(amount.Tokens > cap.Tokens) && !(amount.Calls > cap.Calls);

    public static Amount Need(CallBound bound, int output) => new(bound.CostWith(output), bound.InputTokens + output, 1);

    public bool CouldEver(CallBound bound, int output) => Fits(Cap, Spent + Need(bound, output));

    public bool FitsNow(CallBound bound, int output) => Fits(Cap, Spent + Held + Need(bound, output));
}
