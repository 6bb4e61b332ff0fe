using Binex.Core.Runs;
using Binex.Testing.Contracts;
using Binex.Testing.Runs;

namespace Binex.Store.Tests.Journals;

public sealed class MemoryJournalContractTests : RunJournalContract
{
    private readonly List<MemoryJournal> _opened = [];

    protected override Task<IRunJournal> OpenAsync()
    {
        _opened.Add(new MemoryJournal(_opened.LastOrDefault()?.Entries ?? []));
        return Task.FromResult<IRunJournal>(_opened[^1]);
    }

    protected override Task<IReadOnlyList<JournalEntry>> ReadAsync() => Task.FromResult(_opened[^1].Entries);
}
