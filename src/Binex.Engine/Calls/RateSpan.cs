using Binex.Core.Configuration;

namespace Binex.Engine.Calls;

/// <summary>What was used of one rate in the stretch of time that ends now.</summary>
/// <param name="rate">The rate.</param>
/// <param name="amountOf">How much of it a request uses.</param>
internal sealed class RateSpan(Rate rate, Func<RateUse, long> amountOf)
{
    private readonly Queue<RateUse> _uses = new();
    private long _sum;

    /// <summary>How long a request must wait; zero when it fits. What is more than all that is allowed goes alone.</summary>
    public TimeSpan WaitFor(RateUse use, DateTimeOffset now)
    {
        Forget(now);
        return _uses.Count == 0 || _sum + amountOf(use) <= rate.Count ? TimeSpan.Zero : _uses.Peek().At + rate.Per - now;
    }

    /// <summary>Takes a request that was let in.</summary>
    public void Take(RateUse use)
    {
        _uses.Enqueue(use);
        _sum += amountOf(use);
    }

    /// <summary>A request used more or less than was thought; called before that is changed in it.</summary>
    public void Correct(RateUse use, long difference, DateTimeOffset now)
    {
        Forget(now);
        _sum += use.At + rate.Per > now ? difference : 0;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_uses.TryPeek(out var oldest) && oldest.At + rate.Per <= now)
        {
            _sum -= amountOf(_uses.Dequeue());
        }
    }
}
