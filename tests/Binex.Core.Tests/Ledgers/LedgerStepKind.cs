namespace Binex.Core.Tests.Ledgers;

/// <summary>What a step of a schedule does.</summary>
public enum LedgerStepKind
{
    Reserve,
    Settle,
    Cancel,
}
