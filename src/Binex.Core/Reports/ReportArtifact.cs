namespace Binex.Core.Reports;

/// <summary>A kept value: an output, a prompt, a request or an answer.</summary>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="Type">Media type: <c>text/plain</c> or <c>application/json</c>.</param>
/// <param name="Bytes">Length of its content.</param>
public sealed record ReportArtifact(string Hash, string Type, long Bytes)
{
    /// <summary>The output's name; null for prompts, requests and answers.</summary>
    public string? Name { get; init; }

    /// <summary>Id of the node that first gave it; null when no node did.</summary>
    public string? ProducedBy { get; init; }

    /// <summary>Hashes of the artifacts it was made from.</summary>
    public IReadOnlyList<string> DerivedFrom { get; init; } = [];

    /// <summary>Its content as text; the beginning of it when <see cref="Cut"/>; null when it is no longer kept.</summary>
    public string? Content { get; init; }

    /// <summary>Whether <see cref="Content"/> is only the beginning.</summary>
    public bool Cut { get; init; }
}
