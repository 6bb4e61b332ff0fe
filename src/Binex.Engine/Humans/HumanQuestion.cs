namespace Binex.Engine.Humans;

/// <summary>What a person is asked.</summary>
/// <param name="NodeId">The node that asks.</param>
/// <param name="IsApproval">Whether yes or no is wanted; else a text.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Context">What the person needs to see to answer: inputs and upstream outputs.</param>
public sealed record HumanQuestion(string NodeId, bool IsApproval, string Prompt, string Context);
