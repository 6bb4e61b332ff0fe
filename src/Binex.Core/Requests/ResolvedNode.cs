using System.Text.Json;
using Binex.Core.Execution;

namespace Binex.Core.Requests;

/// <summary>A node with all its references replaced by values.</summary>
public sealed record ResolvedNode
{
    private string? _message;

    /// <summary>The system message; null for none.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>The user message that the workflow gives; null when it is to be made.</summary>
    public string? Prompt { get; init; }

    /// <summary>Inputs, in document order.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Inputs { get; init; }

    /// <summary>Outputs of dependencies that no reference passes on, in document order.</summary>
    public required IReadOnlyList<UpstreamNode> Unreferenced { get; init; }

    /// <summary>Address of the endpoint; null for the provider's own.</summary>
    public string? ApiBase { get; init; }

    /// <summary>Key for the endpoint; null for the provider's variable. A secret.</summary>
    public string? ApiKey { get; init; }

    /// <summary>What a model, or a person, is told; made once, when somebody asks for it.</summary>
    /// <param name="execution">The execution that this belongs to.</param>
    public string MessageFor(NodeExecution execution) => _message ??= UserMessage.Of(execution, this);
}
