using System.Collections.Concurrent;
using System.Security.Cryptography;
using Binex.Core.Artifacts;

namespace Binex.Testing.Artifacts;

/// <summary>Artifacts in memory.</summary>
public sealed class MemoryArtifactStore : IArtifactStore
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new();

    /// <summary>How many different contents are kept.</summary>
    public int Count => _contents.Count;

    /// <inheritdoc/>
    public ValueTask<string> PutAsync(ReadOnlyMemory<byte> content, bool durable, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<string>(cancellationToken);
        }

        var hash = HashOf(content.Span);
        _contents[hash] = content.ToArray();
        return ValueTask.FromResult(hash);
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetAsync(string hash, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<byte[]?>(cancellationToken)
            : ValueTask.FromResult(_contents.TryGetValue(hash, out var content) && HashOf(content) == hash ? content.ToArray() : null);

    /// <summary>Spoils a content, as a bad disk would.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="content">What is there from now on.</param>
    public void Spoil(string hash, byte[] content) => _contents[hash] = content;

    private static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
