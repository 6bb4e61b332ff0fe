namespace Binex.Core.Reports.Projection;

/// <summary>The time a run has taken so far. Stands still between a crash and a resume, and never runs backwards.</summary>
internal sealed class RunClock
{
    private readonly List<ReportPause> _pauses = [];
    private DateTimeOffset _last;
    private TimeSpan _paused;

    /// <summary>When the run began; null before its first fact.</summary>
    public DateTimeOffset? Start { get; private set; }

    /// <summary>From the start to the last fact, pauses left out.</summary>
    public TimeSpan Elapsed => Start is { } start ? _last - start - _paused : TimeSpan.Zero;

    public IReadOnlyList<ReportPause> Pauses => _pauses;

    public void MoveTo(DateTimeOffset at)
    {
        Start ??= at;
        _last = at > _last ? at : _last;
    }

    public void ResumeAt(DateTimeOffset at)
    {
        var before = _last;
        var elapsed = Elapsed;
        MoveTo(at);
        if (_last > before)
        {
            _paused += _last - before;
            _pauses.Add(new ReportPause((long)elapsed.TotalMilliseconds, (long)(_last - before).TotalMilliseconds));
        }
    }
}
