using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Store.Disk;
using Binex.Store.Journals;
using Microsoft.Win32.SafeHandles;

namespace Binex.Store.Runs;

/// <summary>Reads as little of a journal as a list needs: its first line and its last; all of it only when the run has not ended.</summary>
internal static class RunSummaryReader
{
    private const int TailBytes = 64 * 1024;
    private const int HeadBytes = 128;

    /// <summary>Sums a run up.</summary>
    /// <param name="run">The run.</param>
    public static RunSummary Read(RunDirectory run)
    {
        try
        {
            using var stream = PlainFile.OpenRead(run.JournalPath);
            return stream is null ? NotBegun(run) : Read(run, stream);
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            return Unreadable(run, exception.Message);
        }
    }

    private static RunSummary Read(RunDirectory run, FileStream stream)
    {
        var lines = new LineReader(stream, JournalLineWriter.MaxLineBytes);
        var read = lines.Read(out var line);
        if (read is LineRead.Torn or LineRead.End)
        {
            return NotBegun(run);
        }

        var first = read == LineRead.Complete ? JournalLine.Parse(line) : default;
        if (first.Entry?.Event is not RunStarted started)
        {
            return Unreadable(run, $"line 1 of the journal is broken: {first.Problem ?? "it is not the start of a run"}: {run.JournalPath}");
        }

        var startedAt = first.Entry.At;
        var summary = new RunSummary(run.RunId, RunStatus.Running)
        {
            Workflow = started.Workflow,
            SourceSha256 = started.SourceSha256,
            StartedAt = startedAt,
            Nodes = started.Nodes,
            Simulated = started.Simulated,
            Replayed = started.Cassette is not null,
        };
        var last = LastEntry(stream.SafeFileHandle);
        var cost = Money.Zero;
        var ending = last?.Event is RunCompleted ? last : Scan(lines, out cost);
        var end = ending?.Event as RunCompleted;
        var lastAt = last?.At ?? ending?.At ?? startedAt;
        return summary with
        {
            Status = end?.Status ?? (run.IsRunning ? RunStatus.Running : RunStatus.Interrupted),
            Cost = end?.Cost ?? cost,
            // A clock that was set back in the meantime makes no run end before it began.
            Duration = lastAt > startedAt ? lastAt - startedAt : TimeSpan.Zero,
        };
    }

    private static JournalEntry? LastEntry(SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        var tail = new byte[(int)Math.Min(TailBytes, length)];
        var text = tail.AsSpan(0, RandomAccess.Read(file, tail, length - tail.Length));
        var end = text.LastIndexOf((byte)'\n');
        var begin = end < 0 ? -1 : text[..end].LastIndexOf((byte)'\n');
        return begin < 0 ? null : JournalLine.Parse(text[(begin + 1)..end]).Entry;
    }

    /// <summary>Adds up what is settled and finds the end that still holds, parsing only the lines that say so.</summary>
    private static JournalEntry? Scan(LineReader lines, out Money cost)
    {
        JournalEntry? end = null;
        cost = Money.Zero;
        while (lines.Read(out var line) == LineRead.Complete)
        {
            var head = line[..Math.Min(line.Length, HeadBytes)];
            var counts = head.IndexOf("\"type\":\"call.settled\""u8) >= 0 || head.IndexOf("\"type\":\"run."u8) >= 0;
            var entry = counts ? JournalLine.Parse(line).Entry : null;
            end = entry?.Event switch { RunCompleted => entry, RunResumed => null, _ => end };
            // What a resumption charges for open holds is settled in lines of its own before it.
            cost += entry?.Event is CallSettled settled ? settled.Spent.Cost : Money.Zero;
        }

        return end;
    }

    private static RunSummary NotBegun(RunDirectory run) => new(run.RunId, run.IsRunning ? RunStatus.Running : RunStatus.Pending);

    private static RunSummary Unreadable(RunDirectory run, string problem) => new(run.RunId, RunStatus.Interrupted) { Problem = problem };
}
