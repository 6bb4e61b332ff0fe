using Binex.Core.Configuration;

namespace Binex.Engine.Calls;

/// <summary>
/// Lets the requests to one provider through at the rates that it allows, first come first served. Tokens count at their most until
/// it is known what was used. Safe to call from any thread.
/// </summary>
internal sealed class RateWindow
{
    private readonly Lock _gate = new();
    private readonly Queue<RateUse> _waiting = new();
    private readonly TimeProvider _time;
    private readonly RateSpan? _tokens;
    private readonly List<RateSpan> _spans = [];
    private DateTimeOffset _wakesAt = DateTimeOffset.MaxValue;

    public RateWindow(RateLimits limits, TimeProvider time)
    {
        _time = time;
        if (limits.Requests is { } requests)
        {
            _spans.Add(new RateSpan(requests, _ => 1));
        }

        if (limits.Tokens is { } tokens)
        {
            _tokens = new RateSpan(tokens, use => use.Tokens);
            _spans.Add(_tokens);
        }
    }

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="tokens">Its tokens, those of its answer included, at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RateUse> EnterAsync(long tokens, CancellationToken cancellationToken)
    {
        var use = new RateUse(tokens);
        lock (_gate)
        {
            _waiting.Enqueue(use);
        }

        LetIn();
        try
        {
            await use.WaitAsync(cancellationToken).ConfigureAwait(false);
            return use;
        }
        catch (OperationCanceledException)
        {
            // Who stands behind it may need less.
            LetIn();
            throw;
        }
    }

    /// <summary>It is known what a request used.</summary>
    public void Correct(RateUse use, long tokens)
    {
        lock (_gate)
        {
            _tokens?.Correct(use, tokens - use.Tokens, _time.GetUtcNow());
            use.Tokens = tokens;
        }

        LetIn();
    }

    private void LetIn()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            while (_waiting.TryPeek(out var next))
            {
                var wait = next.IsOver ? TimeSpan.Zero : _spans.Max(span => span.WaitFor(next, now));
                if (wait > TimeSpan.Zero)
                {
                    WakeIn(wait, now);
                    return;
                }

                if (_waiting.Dequeue().Enter(now))
                {
                    _spans.ForEach(span => span.Take(next));
                }
            }
        }
    }

    private void WakeIn(TimeSpan wait, DateTimeOffset now)
    {
        if (now + wait < _wakesAt)
        {
            _wakesAt = now + wait;
            _ = WakeAfterAsync(wait);
        }
    }

    private async Task WakeAfterAsync(TimeSpan wait)
    {
        await Task.Delay(wait, _time).ConfigureAwait(false);
        lock (_gate)
        {
            _wakesAt = DateTimeOffset.MaxValue;
        }

        LetIn();
    }
}
