namespace Binex.Engine.Humans;

/// <summary>What a person said.</summary>
/// <param name="By">Who answered: <c>terminal</c>, <c>option</c> or <c>simulator</c>.</param>
/// <param name="Approved">Whether the person agrees; meaningless for a question for text.</param>
/// <param name="Text">The text; for a rejection, the reasons.</param>
public sealed record HumanAnswer(string By, bool Approved, string Text);
