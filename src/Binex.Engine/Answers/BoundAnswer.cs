using System.Text.Json;
using Binex.Core.Runs;

namespace Binex.Engine.Answers;

/// <summary>An answer sorted into the node's outputs, or why that could not be done.</summary>
internal sealed record BoundAnswer
{
    /// <summary>Values by the output's name, in document order.</summary>
    public OrderedDictionary<string, JsonElement> Values { get; init; } = [];

    /// <summary>What was mended; null for nothing.</summary>
    public string? Repair { get; init; }

    /// <summary>Why the answer is not accepted; null when it is.</summary>
    public NodeFailure? Failure { get; init; }

    /// <summary>What is wrong with it, for the model to read; null when it is accepted.</summary>
    public string? Problems { get; init; }
}
