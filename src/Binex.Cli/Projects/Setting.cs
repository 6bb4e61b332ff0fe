using Binex.Core.Text;

namespace Binex.Cli.Projects;

/// <summary>A value that holds for runs, and where it comes from.</summary>
/// <param name="Key">Its key in <c>binex.yaml</c>.</param>
/// <param name="Value">The value, without secrets.</param>
internal sealed record Setting(string Key, string Value)
{
    /// <summary>Where it is written; null where it is in no file.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The environment variable that gives it; null where none does.</summary>
    public string? Variable { get; init; }

    /// <summary>Where it comes from, for people.</summary>
    public string Origin => Location?.ToString() ?? Variable ?? "built-in default";
}
