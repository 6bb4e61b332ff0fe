namespace Binex.Core.Graphs;

/// <summary>A loop that a back edge closes.</summary>
public sealed class Loop
{
    private readonly Lazy<IReadOnlyList<int>> _members;

    /// <summary>Describes a loop.</summary>
    /// <param name="source">Index of the node that has the back edge.</param>
    /// <param name="target">Index of the node that it goes back to.</param>
    /// <param name="members">Finds the members; asked once, when they are needed.</param>
    public Loop(int source, int target, Func<IReadOnlyList<int>> members)
    {
        Source = source;
        Target = target;
        _members = new Lazy<IReadOnlyList<int>>(members);
    }

    /// <summary>Index of the node that has the back edge.</summary>
    public int Source { get; }

    /// <summary>Index of the node that it goes back to.</summary>
    public int Target { get; }

    /// <summary>
    /// Indexes of the nodes that an iteration runs again, rising: those on a path from target to source, and those that depend
    /// on them alone. Found when first asked for, since nested loops can have more members together than there are nodes by far.
    /// </summary>
    public IReadOnlyList<int> Members => _members.Value;
}
