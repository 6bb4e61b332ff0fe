using Binex.Core.Plans;

namespace Binex.Core.Tests.Plans;

internal sealed class FixedHistory(int runs, params (string Node, NodeHistory Past)[] nodes) : IPlanHistory
{
    public int Runs => runs;

    public int Failures => 0;

    public TimeSpan? Duration => null;

    public NodeHistory? Of(string node) => nodes.FirstOrDefault(known => known.Node == node).Past;
}
