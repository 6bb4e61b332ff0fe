namespace Binex.Core.Artifacts;

/// <summary>Keeps immutable contents, addressed by their SHA-256. Safe to call from any thread.</summary>
public interface IArtifactStore
{
    /// <summary>Keeps a content; keeping the same content twice is the same as once.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="durable">Whether they must be on the disk, not only with the operating system, when this returns.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>SHA-256 in lower-case hexadecimal digits.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    ValueTask<string> PutAsync(ReadOnlyMemory<byte> content, bool durable, CancellationToken cancellationToken);

    /// <summary>The content with a hash; null when it is not kept, or when what is kept has another hash.</summary>
    /// <param name="hash">SHA-256 in lower-case hexadecimal digits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<byte[]?> GetAsync(string hash, CancellationToken cancellationToken);
}
