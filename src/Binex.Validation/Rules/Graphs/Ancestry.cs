using Binex.Core.Graphs;

namespace Binex.Validation.Rules.Graphs;

/// <summary>Says whether one node comes before another, as long as the answers together are not too dear.</summary>
/// <param name="graph">The graph.</param>
internal sealed class Ancestry(DirectedGraph graph)
{
    // Thousands of back edges over thousands of nodes would take minutes. Beyond this nothing is found wrong any more, which
    // costs a finding in a workflow that nobody writes by hand.
    private const long MostSteps = 20_000_000;

    private readonly int[] _seenBy = new int[graph.Count];
    private readonly Stack<int> _open = new();
    private int _question;
    private long _steps;

    /// <summary>Whether a path leads from one node to another; every node leads to itself.</summary>
    public bool Leads(int from, int to)
    {
        _question++;
        _open.Clear();
        _open.Push(to);
        while (_open.TryPop(out var node))
        {
            if (node == from || _steps > MostSteps)
            {
                return true;
            }

            var predecessors = graph.Predecessors(node);
            _steps += predecessors.Length + 1;
            foreach (var next in predecessors)
            {
                if (_seenBy[next] != _question)
                {
                    _seenBy[next] = _question;
                    _open.Push(next);
                }
            }
        }

        return false;
    }
}
