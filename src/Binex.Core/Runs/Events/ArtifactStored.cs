namespace Binex.Core.Runs.Events;

/// <summary><c>artifact.stored</c>: an output of a node is kept.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Name">Name of the output.</param>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="MediaType"><c>text/plain</c> or <c>application/json</c>.</param>
/// <param name="Bytes">Length of its content.</param>
/// <param name="DerivedFrom">Hashes of the artifacts that the node read.</param>
public sealed record ArtifactStored(
    string Node, int Iteration, string Name, string Hash, string MediaType, long Bytes, IReadOnlyList<string> DerivedFrom) : NodeEvent(Node, Iteration);
