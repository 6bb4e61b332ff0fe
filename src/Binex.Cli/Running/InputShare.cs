using Binex.Models.Tokens;
using Binex.Store.Costs;
using Binex.Store.Runs;

namespace Binex.Cli.Running;

/// <summary>
/// Learns from a project's own runs which share of the sound bound of a request providers count as tokens, for
/// <c>token_bound: estimate</c>.
/// </summary>
internal static class InputShare
{
    /// <summary>The share before enough calls are on record: half of the bytes, about twice what ordinary text takes.</summary>
    public const decimal Default = 0.5m;

    /// <summary>The largest share on record is multiplied by this.</summary>
    public const decimal Safety = 1.25m;

    /// <summary>How many calls must be on record before anything is learned from them.</summary>
    public const int LeastCalls = 20;

    /// <summary>Calls with a lower bound, in tokens, tell more of framing than of texts.</summary>
    public const long LeastBound = 2_048;

    private const decimal LeastShare = 0.1m;
    private const int MostRuns = 50;

    /// <summary>The share by which requests are to be taken, from 0 to 1.</summary>
    /// <param name="store">Where the project's runs are.</param>
    /// <exception cref="IOException">The store cannot be read.</exception>
    public static decimal Learned(RunStore store) => Of(store.Enumerate()
        .Where(run => !run.Simulated && run.Problem is null)
        .Take(MostRuns)
        .SelectMany(run => store.Charges(run.Id)));

    /// <summary>The share that calls tell of, from 0 to 1.</summary>
    /// <param name="charges">The calls.</param>
    public static decimal Of(IEnumerable<RunCharge> charges)
    {
        var shares = charges.Where(charge => !TokenBounds.CountsExactly(charge.Model, apiBase: null)).Select(Counted).OfType<decimal>().ToList();
        return shares.Count < LeastCalls ? Default : Math.Round(Math.Clamp(shares.Max() * Safety, LeastShare, 1), 4);
    }

    // What was held by an estimate is a share of the sound bound already.
    private static decimal? Counted(RunCharge charge) =>
        charge.InputBound / charge.InputShare >= LeastBound && charge.Usage is { Input: > 0 } usage
            ? usage.Input * charge.InputShare / charge.InputBound
            : null;
}
