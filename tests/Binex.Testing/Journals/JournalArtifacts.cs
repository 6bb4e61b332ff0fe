using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Binex.Core.Artifacts;

namespace Binex.Testing.Journals;

/// <summary>Contents of built journals, in memory.</summary>
public sealed class JournalArtifacts : IArtifactStore
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    public string Put(string text) => Put(Encoding.UTF8.GetBytes(text));

    public string Put(byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        _contents[hash] = content;
        return hash;
    }

    public void Forget(string hash) => _contents.TryRemove(hash, out _);

    public ValueTask<string> PutAsync(ReadOnlyMemory<byte> content, bool durable, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Put(content.ToArray()));

    public ValueTask<byte[]?> GetAsync(string hash, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_contents.GetValueOrDefault(hash));
}
