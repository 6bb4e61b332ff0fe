using Binex.Core.Ledgers;
using Binex.Core.Prices;

namespace Binex.Core.Tests.Ledgers;

/// <summary>
/// The rules of the ledger, word by word and by search instead of arithmetic: it says who is answered at each step, and how.
/// An answer is the output limit that is granted, or null for a refusal.
/// </summary>
public sealed class NaiveLedger(LedgerCase given)
{
    private readonly List<int> _waiting = [];

    public NaiveAccount Run { get; } = new(given.Run);

    public NaiveAccount[] Nodes { get; } = [.. given.Nodes.Select(cap => new NaiveAccount(cap))];

    public IReadOnlyList<int> Waiting => _waiting;

    public NaiveAccount NodeOf(int wish) => Nodes[int.Parse(given.Wishes[wish].NodeId[1..])];

    public List<(int Wish, int? Limit)> Reserve(int wish)
    {
        if (Best(wish) is null)
        {
            return [(wish, null)];
        }

        _waiting.Add(wish);
        return Answer();
    }

    public List<(int Wish, int? Limit)> Settle(int wish, Amount held, Amount spent)
    {
        foreach (var account in new[] { Run, NodeOf(wish) })
        {
            account.Held -= held;
            account.Spent += spent;
        }

        return Answer();
    }

    public List<(int Wish, int? Limit)> Cancel(int wish)
    {
        _waiting.Remove(wish);
        return Answer();
    }

    private List<(int Wish, int? Limit)> Answer()
    {
        var answers = new List<(int Wish, int? Limit)>();
        var waitedFor = new HashSet<NaiveAccount>();
        foreach (var wish in _waiting.ToList())
        {
            var bound = given.Wishes[wish].Bound;
            var node = NodeOf(wish);
            if (waitedFor.Contains(Run) || waitedFor.Contains(node) || !HasRoom(node, bound))
            {
                waitedFor.Add(node);
                continue;
            }

            if (Best(wish) is not { } best)
            {
                answers.Add((wish, null));
                _waiting.Remove(wish);
            }
            else if (Run.FitsNow(bound, best) && node.FitsNow(bound, best))
            {
                answers.Add((wish, best));
                _waiting.Remove(wish);
                Run.Held += NaiveAccount.Need(bound, best);
                node.Held += NaiveAccount.Need(bound, best);
            }
            else
            {
                waitedFor.Add(node);
                waitedFor.Add(Run);
            }
        }

        return answers;
    }

    /// <summary>Whether a node can give now all that it can ever give; also when that is nothing.</summary>
    private static bool HasRoom(NaiveAccount node, CallBound bound)
    {
        for (var output = bound.MaxOutputTokens; output >= 0; output--)
        {
            if (node.CouldEver(bound, output))
            {
                return node.FitsNow(bound, output);
            }
        }

        return true;
    }

    /// <summary>The largest limit that could ever fit, by trying them all; null when none may.</summary>
    private int? Best(int wish)
    {
        var request = given.Wishes[wish];
        var least = request.MayShrink ? request.Bound.MinOutputTokens : request.Bound.MaxOutputTokens;
        for (var output = request.Bound.MaxOutputTokens; output >= least; output--)
        {
            if (Run.CouldEver(request.Bound, output) && NodeOf(wish).CouldEver(request.Bound, output))
            {
                return output;
            }
        }

        return null;
    }
}
