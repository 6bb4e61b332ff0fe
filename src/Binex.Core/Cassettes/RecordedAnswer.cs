using Binex.Core.Costs;
using Binex.Core.Models;

namespace Binex.Core.Cassettes;

/// <summary>A model's answer as a cassette keeps it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Cost">What the call was charged, the times included that it was sent in vain.</param>
public sealed record RecordedAnswer(ChatAnswer Answer, Money Cost);
