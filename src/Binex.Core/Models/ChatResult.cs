namespace Binex.Core.Models;

/// <summary>How a call ended: exactly one of the two is set.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Failure">Why there is none.</param>
public sealed record ChatResult(ChatAnswer? Answer, ChatFailure? Failure)
{
    /// <summary>A call that was answered.</summary>
    /// <param name="answer">The answer.</param>
    public static ChatResult Answered(ChatAnswer answer) => new(answer, null);

    /// <summary>A call that was not.</summary>
    /// <param name="failure">Why.</param>
    public static ChatResult Failed(ChatFailure failure) => new(null, failure);
}
