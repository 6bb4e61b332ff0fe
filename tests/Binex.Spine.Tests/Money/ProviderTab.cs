using Binex.Testing.FakeProvider;

namespace Binex.Spine.Tests.Money;

/// <summary>What the provider billed one run, by its own count, and whether that ever passed the run's cap.</summary>
/// <param name="cap">The cap in US dollars; null when there is none.</param>
internal sealed class ProviderTab(decimal? cap)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, decimal> _byNode = [];
    private readonly List<string> _passings = [];
    private decimal _billed;
    private int _bills;

    public decimal Billed
    {
        get
        {
            lock (_gate)
            {
                return _billed;
            }
        }
    }

    public int Bills
    {
        get
        {
            lock (_gate)
            {
                return _bills;
            }
        }
    }

    /// <summary>Every moment at which the sum passed the cap.</summary>
    public IReadOnlyList<string> Passings
    {
        get
        {
            lock (_gate)
            {
                return [.. _passings];
            }
        }
    }

    /// <summary>The sum for each node that was billed, by its id.</summary>
    public IReadOnlyDictionary<string, decimal> ByNode
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, decimal>(_byNode);
            }
        }
    }

    public void Take(string node, FakeBill bill)
    {
        lock (_gate)
        {
            _bills++;
            _billed += bill.Usd;
            _byNode[node] = _byNode.GetValueOrDefault(node) + bill.Usd;
            if (_billed > cap)
            {
                _passings.Add($"bill {_bills} for {node} brought the sum to {_billed}, above the cap of {cap}");
            }
        }
    }
}
