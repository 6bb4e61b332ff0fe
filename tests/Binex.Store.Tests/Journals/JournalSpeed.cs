using System.Diagnostics;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Store.Artifacts;
using Binex.Store.Journals;
using Binex.Store.Runs;

namespace Binex.Store.Tests.Journals;

/// <summary>Figures, not proofs: shown with BINEX_SOAK=1 in a release build.</summary>
public sealed class JournalSpeed(ITestOutputHelper output) : IDisposable
{
    private const int Events = 600_000;
    private static readonly DateTimeOffset At = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Format_SmallEvents()
    {
        Assert.SkipUnless(Seeds.IsSoak, "a measurement");
        using var writer = new JournalLineWriter();
        var entries = SmallEvents(Events);
        for (var round = 0; round < 3; round++)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            foreach (var entry in entries)
            {
                writer.Clear();
                writer.Write(entry);
            }

            Show("format", Events, watch, GC.GetAllocatedBytesForCurrentThread() - bytes);
        }
    }

    [Theory]
    [InlineData(1, false, Events)]
    [InlineData(100, false, Events)]
    [InlineData(1, true, 2_000)]
    [InlineData(100, true, 20_000)]
    public async Task AppendAndRead_SmallEvents(int batch, bool durable, int count)
    {
        Assert.SkipUnless(Seeds.IsSoak, "a measurement");
        var run = new RunDirectory(_folder.Path);
        var entries = SmallEvents(count);
        await using (var journal = run.OpenJournal().Journal!)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < entries.Length; i += batch)
            {
                await journal.AppendAsync(new ArraySegment<JournalEntry>(entries, i, batch), durable, default);
            }

            Show($"append by {batch}, durable {durable}", count, watch, 0);
        }

        for (var round = 0; round < 2; round++)
        {
            var watch = Stopwatch.StartNew();
            run.ReadJournal().LastSeq.ShouldBe(count);
            Show("read", count, watch, 0);
        }

        var listing = Stopwatch.StartNew();
        RunSummaryReader.Read(run);
        Show("sum up an unfinished run", 1, listing, 0);
    }

    [Theory]
    [InlineData(false, 20_000)]
    [InlineData(true, 2_000)]
    public async Task PutAndGet_SmallArtifacts(bool durable, int count)
    {
        Assert.SkipUnless(Seeds.IsSoak, "a measurement");
        var store = new FileArtifactStore(_folder["artifacts"]);
        var hashes = new string[count];
        foreach (var what in new[] { "put new", "put again" })
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < count; i++)
            {
                hashes[i] = await store.PutAsync(BitConverter.GetBytes((long)i), durable, default);
            }

            Show($"{what}, durable {durable}", count, watch, 0);
        }

        var reading = Stopwatch.StartNew();
        foreach (var hash in hashes)
        {
            (await store.GetAsync(hash, default)).ShouldNotBeNull();
        }

        Show("get", count, reading, 0);
    }

    private static JournalEntry[] SmallEvents(int count) =>
        [.. Enumerable.Range(1, count).Select(seq => new JournalEntry(seq, At.AddTicks(seq), Small(seq)))];

    private static RunEvent Small(int seq) => (seq % 6) switch
    {
        _ when seq == 1 => new RunStarted("r", "w", "w.yaml", "", 1),
        1 => new NodeReady("node-12345", 1),
        2 => new NodeStarted("node-12345", 1),
        3 => new AttemptStarted("node-12345", 1, 1),
        4 => new ArtifactStored("node-12345", 1, "output", new string('a', 64), "text/plain", 12, []),
        5 => new AttemptSucceeded("node-12345", 1, 1),
        _ => new NodeCompleted("node-12345", 1, new Dictionary<string, string> { ["output"] = new string('a', 64) }),
    };

    private void Show(string what, int count, Stopwatch watch, long bytes) =>
        output.WriteLine($"{what}: {count / watch.Elapsed.TotalSeconds:N0}/s, {watch.Elapsed.TotalMicroseconds / count:N2} us and {bytes / count} bytes each");
}
