using Binex.Core.Runs.Events;
using Binex.Store.Journals;
using Binex.Store.Runs;

namespace Binex.Store.Tests.Journals;

public sealed class FileJournalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_FileWithoutRoom_NamesThePathAndWritesNothingMore()
    {
        const string FullDevice = "/dev/full";
        Assert.SkipUnless(File.Exists(FullDevice), "there is no device that is always full");
        await using var journal = FileJournal.Open(FullDevice, new JournalReading { Entries = [] }, Stream.Null);

        var first = await Should.ThrowAsync<IOException>(async () => await AppendAsync(journal));
        var second = await Should.ThrowAsync<IOException>(async () => await AppendAsync(journal));

        first.Message.ShouldStartWith("the journal cannot be written: /dev/full: ");
        second.Message.ShouldStartWith("nothing more is written after an error; the journal cannot be written: /dev/full: ");
    }

    [Fact]
    public async Task Append_Once_IsReadableAtOnceWithoutByteOrderMark()
    {
        var run = new RunDirectory(_folder.Path);
        await using var journal = run.OpenJournal().Journal!;

        await AppendAsync((FileJournal)journal);

        run.ReadJournal().LastSeq.ShouldBe(1);
        using var stream = new FileStream(run.JournalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.ReadByte().ShouldBe('{');
    }

    [Fact]
    public void Open_FolderInPlaceOfTheFile_SaysSo()
    {
        Directory.CreateDirectory(_folder["journal.jsonl"]);

        Should.Throw<IOException>(() => new RunDirectory(_folder.Path).OpenJournal()).Message.ShouldContain("this is a folder");
    }

    [Theory]
    [InlineData("journal.jsonl")]
    [InlineData("lock")]
    public void Open_LinkInPlaceOfTheFile_SaysSoAndLeavesTheTargetAlone(string name)
    {
        File.WriteAllText(_folder["target"], "precious");
        File.CreateSymbolicLink(_folder[name], _folder["target"]);

        Should.Throw<IOException>(() => new RunDirectory(_folder.Path).OpenJournal()).Message.ShouldContain("links inside the store are not followed");
        File.ReadAllText(_folder["target"]).ShouldBe("precious");
    }

    private static async Task AppendAsync(FileJournal journal) =>
        await journal.AppendAsync([SampleEvents.Entry(1, new NodeReady("a", 1))], durable: true, default);
}
