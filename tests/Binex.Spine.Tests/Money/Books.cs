using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Spine.Tests.Money;

/// <summary>The books of a run as its journal tells them, kept anew without the product's own arithmetic.</summary>
internal sealed class Books
{
    private readonly Dictionary<long, CallReserved> _open = [];
    private readonly HashSet<long> _seen = [];
    private readonly Dictionary<string, Amount> _spent = [];
    private readonly Dictionary<string, Amount> _held = [];

    public Amount Spent { get; private set; }

    public Amount Held { get; private set; }

    public IReadOnlyCollection<CallReserved> Open => _open.Values;

    public int Reserved => _seen.Count;

    public Amount SpentBy(string node) => _spent.GetValueOrDefault(node);

    public Amount HeldFor(string node) => _held.GetValueOrDefault(node);

    public Amount SumOfNodes => _spent.Values.Aggregate(Amount.Zero, (sum, amount) => sum + amount);

    /// <summary>Takes a fact in; a hold or a charge that cannot be is said so.</summary>
    public void Take(RunEvent fact)
    {
        switch (fact)
        {
            case CallReserved reserved:
                _seen.Add(reserved.Call).ShouldBeTrue($"call {reserved.Call} is held for twice");
                _open.Add(reserved.Call, reserved);
                Held += reserved.Held;
                _held[reserved.Node] = HeldFor(reserved.Node) + reserved.Held;
                break;
            case CallSettled settled:
                _open.Remove(settled.Call, out var hold).ShouldBeTrue($"call {settled.Call} is charged, and nothing is held for it");
                Held -= hold!.Held;
                _held[settled.Node] = HeldFor(settled.Node) - hold.Held;
                Spent += settled.Spent;
                _spent[settled.Node] = SpentBy(settled.Node) + settled.Spent;
                break;
            default:
                break;
        }
    }
}
