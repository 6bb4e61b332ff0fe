namespace Binex.Cli.Running;

/// <summary>What the user asked of a run on the command line; kept with the run, so that resuming it does the same.</summary>
internal sealed record RunOptions
{
    /// <summary>Value of <c>--simulate</c>, empty when it had none; null when it was not given.</summary>
    public string? Simulate { get; init; }

    /// <summary>Full path of the folder of <c>--record</c>; null when it was not given.</summary>
    public string? Record { get; init; }

    /// <summary>Full path of the folder of <c>--replay</c>; null when it was not given.</summary>
    public string? Replay { get; init; }

    /// <summary>Whether what the cassette does not have is asked.</summary>
    public bool AllowMiss { get; init; }

    /// <summary>Whether nothing is ever sent to a provider.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool SendsNothing => Simulate is not null || (Replay is not null && !AllowMiss);

    /// <summary>US dollars of <c>--budget</c>; null when it was not given.</summary>
    public decimal? Budget { get; init; }

    /// <summary>Whether <see cref="Budget"/> holds even where it is more than the project lets a run spend.</summary>
    public bool ForceBudget { get; init; }

    /// <summary>Nodes at once of <c>--concurrency</c>; null when it was not given.</summary>
    public int? Concurrency { get; init; }

    public bool FailFast { get; init; }

    /// <summary>Texts of <c>--answer node=text</c>, by node.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Nodes of <c>--approve</c>.</summary>
    public IReadOnlyList<string> Approved { get; init; } = [];

    /// <summary>Nodes of <c>--reject</c>.</summary>
    public IReadOnlyList<string> Rejected { get; init; } = [];

    public bool ApproveAll { get; init; }
}
