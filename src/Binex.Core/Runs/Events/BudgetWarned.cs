using Binex.Core.Costs;

namespace Binex.Core.Runs.Events;

/// <summary><c>budget.warned</c>: a share of an account's money is spent.</summary>
/// <param name="Account">Path of the account.</param>
/// <param name="Share">The mark that was reached, from 0 to 1.</param>
/// <param name="Spent">What is spent.</param>
/// <param name="Limit">The cap.</param>
public sealed record BudgetWarned(string Account, decimal Share, Money Spent, Money Limit) : RunEvent;
