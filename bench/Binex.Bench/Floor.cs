using System.Diagnostics;
using System.Threading.Channels;

namespace Binex.Bench;

/// <summary>The least that a graph of n nodes can cost: a task for each, one message back, and the same bytes appended to a file.</summary>
internal static class Floor
{
    public static async Task<TimeSpan> MeasureAsync(int nodes, long bytes, bool chain)
    {
        var path = Path.GetTempFileName();
        try
        {
            var line = new byte[Math.Max(1, bytes / nodes)];
            var channel = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
            var watch = Stopwatch.StartNew();
            await using (var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0))
            {
                var running = 0;
                var started = 0;
                var ended = 0;
                while (ended < nodes)
                {
                    while (started < nodes && running < (chain ? 1 : Environment.ProcessorCount))
                    {
                        var node = started++;
                        running++;
                        _ = Task.Run(() => channel.Writer.TryWrite(node));
                    }

                    await channel.Reader.WaitToReadAsync();
                    while (channel.Reader.TryRead(out _))
                    {
                        running--;
                        ended++;
                        file.Write(line);
                    }
                }
            }

            return watch.Elapsed;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
