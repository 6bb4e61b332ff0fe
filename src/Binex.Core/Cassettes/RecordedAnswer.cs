using Binex.Core.Costs;
using Binex.Core.Models;

namespace Binex.Core.Cassettes;

/// <summary>A model's answer as a cassette keeps it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Cost">What the call was charged, the times included that it was sent in vain.</param>
public sealed record RecordedAnswer(ChatAnswer Answer, Money Cost)
{
    /// <summary>Lengths in characters of the pieces in which it came; empty when it came whole.</summary>
    public IReadOnlyList<int> Chunks { get; init; } = [];

    /// <summary>The pieces in which it came, one where it came whole.</summary>
    public IEnumerable<string> Pieces
    {
        get
        {
            var start = 0;
            foreach (var length in Chunks)
            {
                yield return Answer.Text.Substring(start, length);
                start += length;
            }

            if (start < Answer.Text.Length)
            {
                yield return Answer.Text[start..];
            }
        }
    }
}
