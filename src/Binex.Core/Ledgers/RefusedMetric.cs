namespace Binex.Core.Ledgers;

/// <summary>Which limit a refused call would have broken.</summary>
public enum RefusedMetric
{
    /// <summary>Money.</summary>
    Cost,

    /// <summary>Tokens.</summary>
    Tokens,

    /// <summary>Number of calls.</summary>
    Calls,
}
