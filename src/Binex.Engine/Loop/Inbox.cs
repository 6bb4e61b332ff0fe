using System.Threading.Channels;
using Binex.Core.Execution;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Engine.Loop;

/// <summary>What the rest of the world tells the run loop, in the order in which it is told.</summary>
/// <param name="lastCall">The highest number of a call so far.</param>
internal sealed class Inbox(long lastCall) : IRunRecorder
{
    private readonly Channel<LoopMessage> _messages =
        Channel.CreateUnbounded<LoopMessage>(new UnboundedChannelOptions { SingleReader = true });

    private long _lastCall = lastCall;

    public void Post(LoopMessage message) => _messages.Writer.TryWrite(message);

    public void PostCancel(StopReason reason, string message) => Post(new LoopMessage { Cancel = new RunCancelling(reason, message) });

    public void Record(RunEvent runEvent) => Post(new LoopMessage { Event = runEvent });

    public Task RecordAsync(RunEvent runEvent)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(new LoopMessage { Event = runEvent, Written = written });
        return written.Task;
    }

    public long NextCall() => Interlocked.Increment(ref _lastCall);

    public bool TryTake(out LoopMessage message) => _messages.Reader.TryRead(out message);

    public async ValueTask WaitAsync() => await _messages.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false);
}
