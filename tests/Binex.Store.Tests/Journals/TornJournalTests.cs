using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Store.Runs;
using Binex.Testing.Runs;

namespace Binex.Store.Tests.Journals;

public sealed class TornJournalTests
{
    [Fact]
    public async Task Read_FileCutAnywhere_GivesExactlyTheWholeLinesAndGoesOnBehindThem()
    {
        foreach (var random in Seeds.Randoms(25))
        {
            using var folder = new TempFolder();
            var bytes = await WriteInBatchesAsync(folder, random);
            var beginOfLast = bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1;
            for (var cut = beginOfLast; cut <= bytes.Length; cut++)
            {
                Holds(JournalText.Read(bytes[..cut]).Entries, bytes, cut);
            }

            await GoesOnAsync(folder, bytes, random.Next(beginOfLast, bytes.Length + 1));
            for (var i = 0; i < 5; i++)
            {
                await GoesOnAsync(folder, bytes, random.Next(bytes.Length + 1));
            }
        }
    }

    private static async Task<byte[]> WriteInBatchesAsync(TempFolder folder, Random random)
    {
        var run = new RunDirectory(folder.Path);
        await using (var journal = run.OpenJournal().Journal!)
        {
            var count = random.Next(1, 40);
            for (var seq = 1; seq <= count;)
            {
                var batch = Enumerable.Range(seq, random.Next(1, 8)).Select(n => SampleEvents.Entry(n, RandomEvents.Next(random))).ToList();
                await journal.AppendAsync(batch, durable: false, default);
                seq += batch.Count;
            }
        }

        return await File.ReadAllBytesAsync(run.JournalPath);
    }

    private static async Task GoesOnAsync(TempFolder folder, byte[] bytes, int cut)
    {
        var run = new RunDirectory(folder.Path);
        await File.WriteAllBytesAsync(run.JournalPath, bytes[..cut]);
        var complete = Holds(run.ReadJournal().Entries, bytes, cut);
        var opening = run.OpenJournal();
        opening.LastSeq.ShouldBe(complete);
        var next = SampleEvents.Entry(complete + 1, new NodeReady("next", 1));
        await using (opening.Journal)
        {
            await opening.Journal!.AppendAsync([next], durable: false, default);
        }

        var reading = run.ReadJournal();
        reading.Problem.ShouldBeNull();
        reading.DroppedBytes.ShouldBe(0);
        reading.LastSeq.ShouldBe(complete + 1);
        reading.Entries[^1].ShouldBe(next);
    }

    private static int Holds(IReadOnlyList<JournalEntry> entries, byte[] bytes, int cut)
    {
        var end = bytes.AsSpan(0, cut).LastIndexOf((byte)'\n') + 1;
        JournalText.Write(entries).AsSpan().SequenceEqual(bytes.AsSpan(0, end)).ShouldBeTrue($"cut at {cut}");
        return entries.Count;
    }
}
