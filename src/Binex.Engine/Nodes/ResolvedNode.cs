using System.Text.Json;
using Binex.Core.Execution;

namespace Binex.Engine.Nodes;

/// <summary>A node with all its references replaced by values.</summary>
internal sealed record ResolvedNode
{
    /// <summary>The system message; null for none.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>The user message that the workflow gives; null when it is to be made.</summary>
    public string? Prompt { get; init; }

    /// <summary>The user message as it is sent; null as long as nobody has asked for it.</summary>
    public string? Message { get; set; }

    /// <summary>Inputs, in document order.</summary>
    public required OrderedDictionary<string, JsonElement> Inputs { get; init; }

    /// <summary>Dependencies that no reference names, in document order.</summary>
    public required IReadOnlyList<UpstreamNode> Unreferenced { get; init; }

    /// <summary>Address of the endpoint; null for the provider's own.</summary>
    public string? ApiBase { get; init; }

    /// <summary>Key for the endpoint; null for the provider's variable.</summary>
    public string? ApiKey { get; init; }
}
