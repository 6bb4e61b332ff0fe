namespace Binex.Core.Runs.Events;

/// <summary>A file that went to a model along with its prompt.</summary>
/// <param name="Path">Its path, as the workflow names it.</param>
/// <param name="MediaType">What it is, by its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Hash of its bytes, which are kept as an artifact.</param>
public sealed record AttachedFile(string Path, string MediaType, long Bytes, string Sha256)
{
    /// <summary>The most tokens that it counts with the node's model; null for text, which is part of the message.</summary>
    public long? Tokens { get; init; }
}
