using Binex.Core.Artifacts;
using Binex.Testing.Artifacts;
using Binex.Testing.Contracts;

namespace Binex.Store.Tests.Artifacts;

public sealed class MemoryArtifactStoreContractTests : ArtifactStoreContract
{
    private readonly MemoryArtifactStore _store = new();

    protected override IArtifactStore Store => _store;

    protected override void Spoil(string hash, byte[] content) => _store.Spoil(hash, content);
}
