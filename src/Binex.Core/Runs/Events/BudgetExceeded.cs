using Binex.Core.Costs;

namespace Binex.Core.Runs.Events;

/// <summary><c>budget.exceeded</c>: spending passed a cap whose policy is to warn.</summary>
/// <param name="Account">Path of the account.</param>
/// <param name="Spent">What is spent.</param>
/// <param name="Limit">The cap.</param>
public sealed record BudgetExceeded(string Account, Money Spent, Money Limit) : RunEvent;
