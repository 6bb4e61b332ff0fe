namespace Binex.Engine.Calls;

/// <summary>One request under a rate limit.</summary>
/// <param name="tokens">Its tokens, at most.</param>
internal sealed class RateUse(long tokens)
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its tokens, as far as is known.</summary>
    public long Tokens { get; set; } = tokens;

    /// <summary>When it was let in.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whether it need not be let in any more.</summary>
    public bool IsOver => _entered.Task.IsCompleted;

    /// <summary>Waits until it is let in.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var given = cancellationToken.Register(() => _entered.TrySetCanceled(cancellationToken));
        await _entered.Task.ConfigureAwait(false);
    }

    /// <summary>Lets it in, unless it was given up.</summary>
    /// <param name="now">The time.</param>
    public bool Enter(DateTimeOffset now)
    {
        At = now;
        return _entered.TrySetResult();
    }
}
