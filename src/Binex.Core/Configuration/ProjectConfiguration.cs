using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Core.Workflows;

namespace Binex.Core.Configuration;

/// <summary>What <c>binex.yaml</c> says for all workflows of a project. A project without the file has an empty one.</summary>
public sealed record ProjectConfiguration
{
    /// <summary>Full path of the folder that holds the file, from which its paths start; null where there is no file.</summary>
    public string? Folder { get; init; }

    /// <summary>Patterns of the project's workflows, from <see cref="Folder"/>, with forward slashes.</summary>
    public IReadOnlyList<string> Workflows { get; init; } = [];

    /// <summary>The folder in which runs are kept, from <see cref="Folder"/>; null where none is written.</summary>
    public string? Store { get; init; }

    /// <summary>Caps over every run of the project.</summary>
    public ProjectBudget Budget { get; init; } = new();

    /// <summary>How many nodes run at once where the workflow does not say; null where nothing is written.</summary>
    public ConcurrencyLimits? Concurrency { get; init; }

    /// <summary>What providers allow in a stretch of time, by their name.</summary>
    public IReadOnlyDictionary<string, RateLimits> RateLimits { get; init; } = new Dictionary<string, RateLimits>();

    /// <summary>Endpoints of the project's own, by the prefix of their models.</summary>
    public IReadOnlyDictionary<string, ProviderSettings> Providers { get; init; } = new Dictionary<string, ProviderSettings>();

    /// <summary>Prices that go before the price book's, by name of the model.</summary>
    public IReadOnlyDictionary<string, ModelPrice> Prices { get; init; } = new Dictionary<string, ModelPrice>();

    /// <summary>How much each kind of finding counts.</summary>
    public SeverityPolicy Severities { get; init; } = SeverityPolicy.Default;

    /// <summary>What CI fails on.</summary>
    public GateLimits Gates { get; init; } = new();
}
