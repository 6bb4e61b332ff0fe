using Binex.Core.Ledgers;

namespace Binex.Core.Tests.Ledgers;

/// <summary>
/// The rules of the ledger, word by word and by search instead of arithmetic: it says who is answered at each step, and how.
/// An answer is the output limit that is granted, or null for a refusal. Who waits for its node alone is looked at again when
/// something happens to that node: it may learn a little later that the run has no money for it any more, but never too late,
/// because its node has holds that will settle.
/// </summary>
public sealed class NaiveLedger(LedgerCase given)
{
    private readonly List<int> _waiting = [];
    private readonly HashSet<int> _waitForNodeAlone = [];

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
        return AnswerAfter(wish);
    }

    public List<(int Wish, int? Limit)> Settle(int wish, Amount held, Amount spent)
    {
        foreach (var account in new[] { Run, NodeOf(wish) })
        {
            account.Held -= held;
            account.Spent += spent;
        }

        return AnswerAfter(wish);
    }

    public List<(int Wish, int? Limit)> Cancel(int wish)
    {
        _waiting.Remove(wish);
        return AnswerAfter(wish);
    }

    private List<(int Wish, int? Limit)> AnswerAfter(int happenedTo)
    {
        _waitForNodeAlone.RemoveWhere(wish => NodeOf(wish) == NodeOf(happenedTo));
        var answers = new List<(int Wish, int? Limit)>();
        var waitedFor = new HashSet<NaiveAccount>();
        foreach (var wish in _waiting.ToList())
        {
            var bound = given.Wishes[wish].Bound;
            var node = NodeOf(wish);
            if (waitedFor.Contains(Run) || waitedFor.Contains(node) || _waitForNodeAlone.Contains(wish))
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
                if (!Run.FitsNow(bound, best))
                {
                    waitedFor.Add(Run);
                }
                else
                {
                    _waitForNodeAlone.Add(wish);
                }
            }
        }

        return answers;
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
