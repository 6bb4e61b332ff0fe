namespace Binex.Core.Workflows;

/// <summary>How the wait before a retry grows.</summary>
public enum BackoffKind
{
    /// <summary>It doubles.</summary>
    Exponential,

    /// <summary>It stays the same.</summary>
    Fixed,

    /// <summary>There is none.</summary>
    None,
}
