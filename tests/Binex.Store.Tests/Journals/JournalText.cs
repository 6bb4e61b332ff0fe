using System.Text;
using Binex.Core.Runs;
using Binex.Store.Journals;

namespace Binex.Store.Tests.Journals;

/// <summary>Journals as text and back.</summary>
internal static class JournalText
{
    public static byte[] Write(IEnumerable<JournalEntry> entries)
    {
        using var writer = new JournalLineWriter();
        foreach (var entry in entries)
        {
            writer.Write(entry);
        }

        return writer.Written.ToArray();
    }

    public static string WriteText(params IEnumerable<JournalEntry> entries) => Encoding.UTF8.GetString(Write(entries));

    public static JournalReading Read(byte[] bytes) => JournalReader.Read(new MemoryStream(bytes), "journal.jsonl");

    public static JournalReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));
}
