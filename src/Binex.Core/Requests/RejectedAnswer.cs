namespace Binex.Core.Requests;

/// <summary>An answer that breaks its schema.</summary>
/// <param name="Text">What the model said.</param>
/// <param name="Problems">What is wrong with it, for the model to read.</param>
public sealed record RejectedAnswer(string Text, string Problems);
