namespace Binex.Core.Runs.Events;

/// <summary><c>node.completed</c>: a node ended well. Its artifacts are kept before this is written.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Outputs">Hash of each output's artifact, by name.</param>
public sealed record NodeCompleted(string Node, int Iteration, IReadOnlyDictionary<string, string> Outputs) : NodeEvent(Node, Iteration)
{
    /// <summary>Hash of all that the result depends on; null where nothing can be said.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Whether its back edge asks for another iteration.</summary>
    public bool Iterate { get; init; }

    /// <summary>Whether it made calls that cost money, so that losing it would cost money again.</summary>
    public bool Paid { get; init; }

    /// <inheritdoc/>
    public override bool IsDurable => Paid;
}
