using Binex.Core.Artifacts;
using Binex.Testing.Artifacts;
using System.Collections.Concurrent;
using System.Text;

namespace Binex.Engine.Tests.Harness;

/// <summary>Artifacts in memory; can be told to fail, and shows all that was ever kept.</summary>
internal sealed class FaultyArtifacts : IArtifactStore
{
    private readonly MemoryArtifactStore _store = new();
    private int _puts;

    /// <summary>The number of the put that fails, from 1, and all after it; zero for none.</summary>
    public int FailsFrom { get; set; }

    public int Puts => _puts;

    /// <summary>Every content, as text.</summary>
    public ConcurrentBag<string> Contents { get; } = [];

    public ValueTask<string> PutAsync(ReadOnlyMemory<byte> content, bool durable, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _puts) >= FailsFrom && FailsFrom > 0)
        {
            throw new IOException("the disk is full");
        }

        Contents.Add(Encoding.UTF8.GetString(content.Span));
        return _store.PutAsync(content, durable, cancellationToken);
    }

    public ValueTask<byte[]?> GetAsync(string hash, CancellationToken cancellationToken) => _store.GetAsync(hash, cancellationToken);

    public string Text(string hash)
    {
        var content = _store.GetAsync(hash, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(content.ShouldNotBeNull($"no artifact {hash} is kept"));
    }
}
