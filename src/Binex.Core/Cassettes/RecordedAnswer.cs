using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Core.Cassettes;

/// <summary>What a provider answered, as a cassette keeps it: exactly one of the two is set.</summary>
/// <param name="Answer">The model's answer.</param>
/// <param name="Failure">The provider's refusal to give one.</param>
/// <param name="Cost">What the call was charged, the times included that it was sent in vain.</param>
public sealed record RecordedAnswer(ChatAnswer? Answer, NodeFailure? Failure, Money Cost)
{
    /// <summary>An answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="cost">What it was charged.</param>
    public RecordedAnswer(ChatAnswer answer, Money cost)
        : this(answer, null, cost)
    {
    }

    /// <summary>Lengths in characters of the pieces in which it came; empty when it came whole.</summary>
    public IReadOnlyList<int> Chunks { get; init; } = [];

    /// <summary>The pieces in which it came, one where it came whole.</summary>
    public IEnumerable<string> Pieces
    {
        get
        {
            var text = Answer?.Text ?? "";
            var start = 0;
            foreach (var length in Chunks)
            {
                yield return text.Substring(start, length);
                start += length;
            }

            if (start < text.Length)
            {
                yield return text[start..];
            }
        }
    }
}
