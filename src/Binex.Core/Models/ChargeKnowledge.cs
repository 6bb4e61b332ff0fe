namespace Binex.Core.Models;

/// <summary>What is known about the cost of a call that failed.</summary>
public enum ChargeKnowledge
{
    /// <summary>It never left the process, or was answered with an error status: nothing is charged.</summary>
    Nothing,

    /// <summary>It was sent and its end is not known: the whole hold is charged.</summary>
    Unknown,
}
