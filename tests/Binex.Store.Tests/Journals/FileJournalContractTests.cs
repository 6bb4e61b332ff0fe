using Binex.Core.Runs;
using Binex.Store.Runs;
using Binex.Testing.Contracts;

namespace Binex.Store.Tests.Journals;

public sealed class FileJournalContractTests : RunJournalContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<IRunJournal> OpenAsync() => Task.FromResult(new RunDirectory(_folder.Path).OpenJournal().Journal!);

    protected override Task<IReadOnlyList<JournalEntry>> ReadAsync() => Task.FromResult(new RunDirectory(_folder.Path).ReadJournal().Entries);
}
