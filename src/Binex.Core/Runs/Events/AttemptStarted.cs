namespace Binex.Core.Runs.Events;

/// <summary><c>attempt.started</c>: a node is tried.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt of this execution, from 1.</param>
public sealed record AttemptStarted(string Node, int Iteration, int Attempt) : NodeEvent(Node, Iteration)
{
    /// <summary>Hash of the system message; null for none.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>Hash of the user message, or of what a person is asked; null for none.</summary>
    public string? Prompt { get; init; }

    /// <summary>Hash of the inputs with all references resolved; null for none.</summary>
    public string? Inputs { get; init; }

    /// <summary>The files that go to the model; null for none.</summary>
    public IReadOnlyList<AttachedFile>? Attachments { get; init; }
}
