using Binex.Core.Runs;

namespace Binex.Spine.Tests.Kill;

/// <summary>Does to a journal what a power cut may do: lose what nobody waited for, and leave half a line.</summary>
internal static class TornJournal
{
    /// <summary>Cuts the last line in half, if nobody was promised that it is on the disk.</summary>
    public static void LoseEnd(string path, IReadOnlyList<JournalEntry> entries)
    {
        if (entries is [.., { Event.IsDurable: false }])
        {
            var bytes = File.ReadAllBytes(path);
            var start = bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1;
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
            RandomAccess.SetLength(file, start + ((bytes.Length - start) / 2));
        }
    }

    /// <summary>Adds the beginning of a line that was being written.</summary>
    public static void AddHalfALine(string path)
    {
        if (File.Exists(path))
        {
            File.AppendAllText(path, """{"v":1,"seq":99999,"at":"2026-01-01T00:00:00Z","type":"call.settl""");
        }
    }
}
