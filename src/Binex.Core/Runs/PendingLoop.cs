using Binex.Core.Graphs;

namespace Binex.Core.Runs;

/// <summary>A loop whose back edge is due: it is taken as soon as nothing of the loop runs any more.</summary>
internal sealed class PendingLoop(Loop loop)
{
    public Loop Loop { get; } = loop;

    /// <summary>How many of its members run.</summary>
    public int Running { get; set; }

    public bool Has(int node)
    {
        // Members rise, and a loop may be as large as the graph.
        var (low, high) = (0, Loop.Members.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var member = Loop.Members[middle];
            if (member == node)
            {
                return true;
            }

            (low, high) = member < node ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }
}
