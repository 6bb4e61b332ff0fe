namespace Binex.Core.Expressions;

/// <summary>A mistake in a template or an expression.</summary>
/// <param name="Offset">Where it begins, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record SyntaxError(int Offset, int Length, string Message)
{
    /// <summary>What to write instead; null when the message says it all.</summary>
    public string? Hint { get; init; }
}
