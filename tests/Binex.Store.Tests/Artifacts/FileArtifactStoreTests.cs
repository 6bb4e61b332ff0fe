using Binex.Store.Artifacts;

namespace Binex.Store.Tests.Artifacts;

public sealed class FileArtifactStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Put_Content_LiesUnderItsHashAndLeavesNothingElse()
    {
        var hash = await new FileArtifactStore(_folder["artifacts"]).PutAsync("abc"u8.ToArray(), durable: true, default);

        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBe([PathOf(hash)]);
        (await File.ReadAllTextAsync(PathOf(hash))).ShouldBe("abc");
    }

    [Fact]
    public async Task Put_SameContent_LeavesTheFileAlone()
    {
        var store = new FileArtifactStore(_folder["artifacts"]);
        var hash = await store.PutAsync("abc"u8.ToArray(), durable: false, default);
        File.SetLastWriteTimeUtc(PathOf(hash), DateTime.UnixEpoch);

        await store.PutAsync("abc"u8.ToArray(), durable: true, default);

        File.GetLastWriteTimeUtc(PathOf(hash)).ShouldBe(DateTime.UnixEpoch);
    }

    [Fact]
    public async Task Put_FolderDeletedMeanwhile_MakesItAgain()
    {
        var store = new FileArtifactStore(_folder["artifacts"]);
        var hash = await store.PutAsync("abc"u8.ToArray(), durable: false, default);
        Directory.Delete(_folder["artifacts"], recursive: true);

        await store.PutAsync("abc"u8.ToArray(), durable: false, default);

        (await store.GetAsync(hash, default)).ShouldBe("abc"u8.ToArray());
    }

    [Fact]
    public async Task Put_FileInPlaceOfTheFolder_NamesThePath()
    {
        await File.WriteAllTextAsync(_folder["artifacts"], "");
        var store = new FileArtifactStore(_folder["artifacts"]);

        var error = await Should.ThrowAsync<IOException>(async () => await store.PutAsync("abc"u8.ToArray(), durable: false, default));

        error.Message.ShouldStartWith($"the artifact cannot be kept: {_folder["artifacts"]}");
    }

    [Fact]
    public async Task Put_FolderInPlaceOfTheFile_NamesThePathAndLeavesNothingBehind()
    {
        var store = new FileArtifactStore(_folder["artifacts"]);
        var hash = ArtifactHash.Of("abc"u8);
        Directory.CreateDirectory(PathOf(hash));

        var error = await Should.ThrowAsync<IOException>(async () => await store.PutAsync("abc"u8.ToArray(), durable: false, default));

        error.Message.ShouldContain(PathOf(hash));
        (await store.GetAsync(hash, default)).ShouldBeNull();
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task PutAndGet_SameContentInManyStoresAtTheSameMoment_NeverMeetALock()
    {
        const int Stores = 4;
        var stores = Enumerable.Range(0, Stores).Select(_ => new FileArtifactStore(_folder["artifacts"])).ToList();
        using var together = new Barrier(Stores);
        await Task.WhenAll(stores.Select(store => Task.Factory.StartNew(
            () =>
            {
                try
                {
                    for (var i = 0; i < 500; i++)
                    {
                        var content = BitConverter.GetBytes(i);
                        together.SignalAndWait(TestContext.Current.CancellationToken);
                        var hash = store.PutAsync(content, durable: i % 4 == 0, default).AsTask().GetAwaiter().GetResult();
                        store.GetAsync(hash, default).AsTask().GetAwaiter().GetResult().ShouldBe(content);
                    }
                }
                finally
                {
                    // Nobody waits for one that failed.
                    together.RemoveParticipant();
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    [Fact]
    public async Task Put_TwoStoresOnOneFolder_ShareTheirContents()
    {
        var hash = await new FileArtifactStore(_folder["artifacts"]).PutAsync("abc"u8.ToArray(), durable: false, default);

        (await new FileArtifactStore(_folder["artifacts"]).GetAsync(hash, default)).ShouldBe("abc"u8.ToArray());
    }

    private string PathOf(string hash) => Path.Join(_folder["artifacts"], hash[..2], hash[2..]);
}
