namespace Binex.Core.Plans;

/// <summary>What of a node's definition makes its cost, by which two plans are compared.</summary>
/// <param name="Sha256">Hash of all by which it runs, without ids of nodes: a node that was only renamed keeps it.</param>
/// <param name="PromptSha256">Hash of what it is asked alone, likewise.</param>
public sealed record NodeContent(string Sha256, string PromptSha256)
{
    /// <summary>The bound of the tokens of what is known of its texts before a run.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Attempts of one execution.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The most executions in one run: more than one only in loops.</summary>
    public long Executions { get; init; } = 1;

    /// <summary>Whether it may be left out: it has a condition, or is skipped with what it needs.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether its answer must satisfy a schema.</summary>
    public bool HasSchema { get; init; }

    /// <summary>Ids of the nodes that it needs, in document order.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}
