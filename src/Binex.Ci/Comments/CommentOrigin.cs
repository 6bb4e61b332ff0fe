namespace Binex.Ci.Comments;

/// <summary>Where a comment comes from.</summary>
public sealed record CommentOrigin
{
    /// <summary>The commit that was looked at; null when that is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>Number of the build; null when there is none.</summary>
    public long? Order { get; init; }

    /// <summary>Where the build is seen, with its summary; null when that is not known.</summary>
    public string? BuildUrl { get; init; }

    /// <summary>Where the whole report is; null when there is none.</summary>
    public string? ReportUrl { get; init; }

    /// <summary>The program that comments, with its version.</summary>
    public string Tool { get; init; } = "binex";

    /// <summary>What the place is called that has what a comment leaves out.</summary>
    public string SummaryName { get; init; } = "the job summary";
}
