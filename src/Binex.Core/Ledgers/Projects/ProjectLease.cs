using Binex.Core.Costs;

namespace Binex.Core.Ledgers.Projects;

/// <summary>
/// What one run holds of the project's money. It must be renewed before it expires; then, or when its process is gone, everything
/// on it is charged in full, because nobody knows any more what became of the calls it was held for.
/// </summary>
/// <param name="Id">Its id, never used twice.</param>
/// <param name="Holder">The process.</param>
/// <param name="RunId">The run.</param>
/// <param name="Expires">Until when it holds unless it is renewed.</param>
public sealed record ProjectLease(string Id, LeaseHolder Holder, string RunId, DateTimeOffset Expires)
{
    /// <summary>Since when it waits for room, as a number: who has the lowest is next. Null while it does not wait.</summary>
    public long? Ticket { get; init; }

    /// <summary>What is held, by the day on which it was reserved.</summary>
    public IReadOnlyDictionary<DateOnly, Money> Held { get; init; } = new Dictionary<DateOnly, Money>();

    /// <summary>The lease with more held.</summary>
    internal ProjectLease With(DateOnly day, Money more)
    {
        var held = new Dictionary<DateOnly, Money>(Held);
        var sum = held.GetValueOrDefault(day) + more;
        if (sum == Money.Zero)
        {
            held.Remove(day);
        }
        else
        {
            held[day] = sum;
        }

        return this with { Held = held };
    }
}
