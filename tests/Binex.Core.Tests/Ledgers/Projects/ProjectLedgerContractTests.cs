using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Ledgers.Projects;
using Binex.Testing.Contracts;
using Binex.Testing.Ledgers;

namespace Binex.Core.Tests.Ledgers.Projects;

public sealed class ProjectLedgerContractTests : LedgerContract
{
    protected override ILedger Open(Money cap) => ProjectLedger.Open(
        new Ledger(Cap.None, _ => Cap.None), new ProjectCaps(cap, null), new MemoryProjectStore(), "run-1", TimeProvider.System);
}
