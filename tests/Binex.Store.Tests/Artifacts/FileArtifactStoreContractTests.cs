using Binex.Core.Artifacts;
using Binex.Store.Artifacts;
using Binex.Testing.Contracts;

namespace Binex.Store.Tests.Artifacts;

public sealed class FileArtifactStoreContractTests : ArtifactStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public FileArtifactStoreContractTests() => Store = new FileArtifactStore(_folder["artifacts"]);

    protected override IArtifactStore Store { get; }

    public void Dispose() => _folder.Dispose();

    protected override void Spoil(string hash, byte[] content) =>
        File.WriteAllBytes(Path.Join(_folder["artifacts"], hash[..2], hash[2..]), content);
}
