namespace Binex.Cli.Reporting;

/// <summary>What <c>report</c> was asked for.</summary>
/// <param name="Run">The run, or the file of a report.</param>
/// <param name="Other">A second one, to compare the first with; null for none.</param>
internal sealed record ReportRequest(string Run, string? Other)
{
    /// <summary>Where it is to be written; full paths.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>The user's template, as the user names it; null for none.</summary>
    public string? Template { get; init; }

    /// <summary>Whether the full texts are wanted in a folder beside the page.</summary>
    public bool WithTexts { get; init; }

    /// <summary>Whether the page is to be shown.</summary>
    public bool Open { get; init; }
}
