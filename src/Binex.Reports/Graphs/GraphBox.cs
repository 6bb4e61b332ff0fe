using Binex.Reports.Views;

namespace Binex.Reports.Graphs;

/// <summary>A box of a drawn graph: a node, or a group of nodes that are folded into one.</summary>
/// <param name="Name">What stands first in it.</param>
/// <param name="Agent">What stands below.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Target">Id of the node that its link leads to.</param>
/// <param name="Title">All of it as a sentence.</param>
internal sealed record GraphBox(string Name, string Agent, StatusWord Status, string Target, string Title)
{
    /// <summary>Cost and time, in short.</summary>
    public string Figures { get; init; } = "";

    /// <summary>What stands above its loop; null for none.</summary>
    public string? Loop { get; init; }

    /// <summary>What became of it since another run, as its name in style sheets; null where there is no other.</summary>
    public string? Change { get; init; }

    /// <summary>The same in words, where it did change.</summary>
    public string? Mark { get; init; }

    /// <summary>How many nodes are folded into it; 1 for a node.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether other nodes lie inside its node.</summary>
    public bool HasInside { get; init; }

    /// <summary>The graph of what lies inside its node, where that is drawn; null where it is not.</summary>
    public GraphModel? Inside { get; init; }
}
