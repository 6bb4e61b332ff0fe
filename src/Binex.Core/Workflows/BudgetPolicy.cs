namespace Binex.Core.Workflows;

/// <summary>What happens when a cap is reached.</summary>
public enum BudgetPolicy
{
    /// <summary>What does not fit is not sent.</summary>
    Stop,

    /// <summary>It is sent, and the report says so.</summary>
    Warn,
}
