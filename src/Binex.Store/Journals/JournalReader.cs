using Binex.Core.Runs;
using Binex.Store.Disk;

namespace Binex.Store.Journals;

/// <summary>Reads journals.</summary>
internal static class JournalReader
{
    /// <summary>Reads a journal's file, also while it is being written.</summary>
    /// <param name="path">The file; a missing one is an empty journal.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static JournalReading ReadFile(string path)
    {
        using var stream = PlainFile.OpenRead(path);
        try
        {
            return Read(stream ?? Stream.Null, path);
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the journal cannot be read", path, exception);
        }
    }

    /// <summary>Reads a journal. A last line that was cut off is dropped; any other line that is wrong ends the reading.</summary>
    /// <param name="stream">Its bytes.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="maxLineBytes">How long a line may be.</param>
    public static JournalReading Read(Stream stream, string path, int maxLineBytes = JournalLineWriter.MaxLineBytes)
    {
        var entries = new List<JournalEntry>();
        var lines = new LineReader(stream, maxLineBytes);
        var reading = new JournalReading { Entries = entries };
        long lastSeq = 0;
        long complete = 0;
        var unknown = 0;
        while (true)
        {
            var read = lines.Read(out var line);
            if (read is LineRead.End or LineRead.Torn)
            {
                reading = reading with { DroppedBytes = line.Length };
                break;
            }

            if (read == LineRead.TooLong)
            {
                reading = reading with { Problem = Broken(path, lines.Number, $"it is longer than {maxLineBytes:N0} bytes") };
                break;
            }

            var parsed = JournalLine.Parse(line);
            var length = line.Length + 1;
            if (parsed.Kind == LineKind.NotJson && lines.IsAtEnd())
            {
                reading = reading with { DroppedBytes = length };
                break;
            }

            if ((parsed.Problem ?? WrongNumber(parsed.Seq, lastSeq)) is { } problem)
            {
                reading = reading with { Problem = Broken(path, lines.Number, problem) };
                break;
            }

            lastSeq = parsed.Seq;
            complete = lines.Offset;
            if (parsed.Entry is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                unknown++;
            }
        }

        return reading with { LastSeq = lastSeq, UnknownEvents = unknown, CompleteBytes = complete };
    }

    private static string? WrongNumber(long seq, long last) =>
        seq == last + 1 ? null : $"it has the number {seq}, but {last + 1} is next; lines were lost or added";

    private static JournalProblem Broken(string path, long line, string problem) =>
        new(JournalProblemKind.Broken, $"line {line} of the journal is broken: {problem}: {path}") { Line = line };
}
