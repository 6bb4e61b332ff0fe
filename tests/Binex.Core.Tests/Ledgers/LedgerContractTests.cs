using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Testing.Contracts;

namespace Binex.Core.Tests.Ledgers;

public sealed class LedgerContractTests : LedgerContract
{
    protected override ILedger Open(Money cap) => new Ledger(new Cap { Cost = cap }, _ => Cap.None);
}
