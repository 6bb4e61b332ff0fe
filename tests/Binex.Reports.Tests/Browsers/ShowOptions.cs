namespace Binex.Reports.Tests.Browsers;

/// <summary>How a page is shown.</summary>
public sealed record ShowOptions
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 800;

    public bool Dark { get; init; }

    public bool Scripts { get; init; } = true;

    /// <summary>The place in the page, with its <c>#</c>.</summary>
    public string Fragment { get; init; } = "";

    /// <summary>The Content-Security-Policy that a server sends with it; null for a file.</summary>
    public string? Policy { get; init; }
}
