using Binex.Core.Runs.Events;

namespace Binex.Engine.Calls;

/// <summary>Passes on the pieces of an answer, and measures when they come. Belongs to one sending of a call.</summary>
internal sealed class StreamMeter(Action<string> listener, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _sent = time.GetTimestamp();
    private CallStream _stream = new(0);

    /// <summary>How the answer came, so far.</summary>
    public CallStream Stream
    {
        get
        {
            lock (_lock)
            {
                return _stream;
            }
        }
    }

    /// <summary>Takes a piece.</summary>
    public void Hear(string piece)
    {
        lock (_lock)
        {
            var now = (long)time.GetElapsedTime(_sent).TotalMilliseconds;
            _stream = new CallStream(_stream.Pieces + 1) { FirstMs = _stream.FirstMs ?? now, LastMs = now };
        }

        listener(piece);
    }
}
