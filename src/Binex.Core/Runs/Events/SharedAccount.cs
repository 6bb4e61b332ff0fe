using Binex.Core.Costs;
using Binex.Core.Ledgers;

namespace Binex.Core.Runs.Events;

/// <summary>An account of the project, as a run saw it last.</summary>
/// <param name="Path">Its name: <c>day</c> or <c>month</c>.</param>
/// <param name="Limit">Its cap.</param>
/// <param name="Spent">What all runs spent.</param>
/// <param name="Held">What is held for calls of all runs.</param>
public sealed record SharedAccount(string Path, Money Limit, Money Spent, Money Held)
{
    /// <summary>Those with a cap among accounts of a ledger that are not a run's own.</summary>
    /// <param name="accounts">The accounts.</param>
    public static IReadOnlyList<SharedAccount> Among(IEnumerable<AccountState> accounts) =>
    [
        .. from account in accounts
           where account.Path is Ledgers.Projects.ProjectCaps.DayPath or Ledgers.Projects.ProjectCaps.MonthPath && account.Cap.Cost is not null
           select new SharedAccount(account.Path, account.Cap.Cost!.Value, account.Spent.Cost, account.Held.Cost),
    ];
}
