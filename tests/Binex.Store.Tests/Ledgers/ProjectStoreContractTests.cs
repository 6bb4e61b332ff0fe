using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Ledgers.Projects;
using Binex.Store.Ledgers;
using Binex.Testing.Contracts;

namespace Binex.Store.Tests.Ledgers;

public sealed class ProjectStoreContractTests : LedgerContract, IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private ProjectLedger? _ledger;

    protected override ILedger Open(Money cap) => _ledger = ProjectLedger.Open(
        new Ledger(Cap.None, _ => Cap.None), new ProjectCaps(null, cap), new ProjectStore(_folder.Path, TimeProvider.System), "run-1", TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await _ledger!.DisposeAsync();
        _folder.Dispose();
    }
}
