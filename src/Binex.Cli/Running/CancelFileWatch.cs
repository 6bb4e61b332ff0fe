using Binex.Store.Runs;

namespace Binex.Cli.Running;

/// <summary>Cancels a run when <c>dotnet binex cancel</c> in another process asks for it.</summary>
internal sealed class CancelFileWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly ITimer _timer;

    public CancelFileWatch(RunDirectory directory, CancellationTokenSource cancellation, TimeProvider time) => _timer = time.CreateTimer(
        _ =>
        {
            if (directory.CancelRequested)
            {
                cancellation.Cancel();
            }
        },
        null,
        Interval,
        Interval);

    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}
