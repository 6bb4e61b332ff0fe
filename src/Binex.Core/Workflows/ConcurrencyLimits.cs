namespace Binex.Core.Workflows;

/// <summary>How many nodes run at once.</summary>
public sealed record ConcurrencyLimits
{
    /// <summary>Model nodes at once where nothing is written.</summary>
    public const int DefaultModelNodes = 8;

    /// <summary>Nodes of every kind at once, people excepted (<c>concurrency: N</c>); null for no such limit.</summary>
    public int? Total { get; init; }

    /// <summary>Model nodes at once, for all providers that are not named.</summary>
    public int Default { get; init; } = DefaultModelNodes;

    /// <summary>Model nodes at once, by provider.</summary>
    public IReadOnlyDictionary<string, int> Providers { get; init; } = new Dictionary<string, int>();
}
