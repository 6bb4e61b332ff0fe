using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Shouldly;
using Xunit;

namespace Binex.Testing.Contracts;

/// <summary>What every journal keeps to.</summary>
public abstract class RunJournalContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Opens the journal of this test, the second time with what it holds.</summary>
    protected abstract Task<IRunJournal> OpenAsync();

    /// <summary>What the journal of this test holds.</summary>
    protected abstract Task<IReadOnlyList<JournalEntry>> ReadAsync();

    [Fact]
    public async Task Append_OneByOneAndInBatches_KeepsAllInOrder()
    {
        await using (var journal = await OpenAsync())
        {
            await journal.AppendAsync(Entries(1, 1), durable: false, default);
            await journal.AppendAsync(Entries(2, 5), durable: true, default);
            await journal.AppendAsync(Entries(7, 1), durable: false, default);
        }

        (await ReadAsync()).ShouldBe(Entries(1, 7));
    }

    [Fact]
    public async Task Append_Nothing_ChangesNothing()
    {
        await using (var journal = await OpenAsync())
        {
            await journal.AppendAsync(Entries(1, 2), durable: false, default);
            await journal.AppendAsync([], durable: true, default);
        }

        (await ReadAsync()).ShouldBe(Entries(1, 2));
    }

    [Fact]
    public async Task Append_AfterOpeningAgain_GoesOn()
    {
        await using (var journal = await OpenAsync())
        {
            await journal.AppendAsync(Entries(1, 3), durable: false, default);
        }

        await using (var journal = await OpenAsync())
        {
            await journal.AppendAsync(Entries(4, 2), durable: false, default);
        }

        (await ReadAsync()).ShouldBe(Entries(1, 5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Append_WrongNumber_ThrowsAndWritesNothing(long seq)
    {
        await using (var journal = await OpenAsync())
        {
            await journal.AppendAsync(Entries(1, 2), durable: false, default);
            await Should.ThrowAsync<ArgumentException>(async () => await journal.AppendAsync(Entries(seq, 2), durable: false, default));
            await journal.AppendAsync(Entries(3, 1), durable: false, default);
        }

        (await ReadAsync()).ShouldBe(Entries(1, 3));
    }

    [Fact]
    public async Task Append_GapWithinTheBatch_ThrowsAndWritesNothing()
    {
        await using (var journal = await OpenAsync())
        {
            await Should.ThrowAsync<ArgumentException>(async () => await journal.AppendAsync([.. Entries(1, 2), .. Entries(4, 1)], durable: false, default));
        }

        (await ReadAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Append_Cancelled_WritesNothing()
    {
        await using (var journal = await OpenAsync())
        {
            await Should.ThrowAsync<OperationCanceledException>(
                async () => await journal.AppendAsync(Entries(1, 1), durable: false, new CancellationToken(canceled: true)));
        }

        (await ReadAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Append_AfterDispose_Throws()
    {
        var journal = await OpenAsync();
        await journal.DisposeAsync();
        await journal.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await journal.AppendAsync(Entries(1, 1), durable: false, default));
    }

    private static JournalEntry[] Entries(long first, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new JournalEntry(first + i, Noon.AddTicks(first + i), new NodeStarted($"n{first + i}", 1)))];
}
