using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Store.Journals;

/// <summary>One line of a journal as it was understood.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Seq">Its number; 0 when it has none.</param>
/// <param name="Entry">The event; null unless it is known.</param>
/// <param name="Problem">What is wrong with it; null when nothing is.</param>
internal readonly record struct JournalLine(LineKind Kind, long Seq, JournalEntry? Entry, string? Problem)
{
    private const int LongestName = 64;

    /// <summary>Reads a line. Members and events that are not known are passed over: a newer Binex wrote them.</summary>
    /// <param name="line">Its bytes, without the line feed.</param>
    public static JournalLine Parse(ReadOnlySpan<byte> line)
    {
        Head head;
        try
        {
            if (!Utf8.IsValid(line))
            {
                return new JournalLine(LineKind.NotJson, 0, null, "it is not UTF-8 text");
            }

            head = ReadHead(line);
        }
        catch (JsonException exception)
        {
            return new JournalLine(LineKind.NotJson, 0, null, $"it is not JSON: {exception.Message}");
        }

        if (head.Problem() is { } problem)
        {
            return new JournalLine(LineKind.Broken, head.Seq, null, problem);
        }

        if (head.Type is not { } type)
        {
            return new JournalLine(LineKind.Unknown, head.Seq, null, null);
        }

        try
        {
            var runEvent = (RunEvent)JsonSerializer.Deserialize(line, type.Json)!;
            if (!IsPlausible(runEvent))
            {
                return new JournalLine(LineKind.Broken, head.Seq, null, $"the event {type.Name} tells of more money than there is");
            }

            return new JournalLine(LineKind.Known, head.Seq, new JournalEntry(head.Seq, head.At, runEvent), null);
        }
        catch (JsonException exception)
        {
            return new JournalLine(LineKind.Broken, head.Seq, null, $"the event {type.Name} cannot be understood: {exception.Message}");
        }
    }

    // Whoever adds up what a journal tells must not leave the range of decimals.
    private static bool IsPlausible(RunEvent runEvent) => runEvent switch
    {
        CallReserved reserved => reserved.Held.Cost.IsPlausible,
        CallSettled settled => settled.Spent.Cost.IsPlausible,
        CallReused reused => reused.Saved.IsPlausible,
        BudgetOvershot overshot => overshot.Held.IsPlausible && overshot.Billed.IsPlausible,
        _ => true,
    };

    private static Head ReadHead(ReadOnlySpan<byte> line)
    {
        var head = default(Head);
        var reader = new Utf8JsonReader(line);
        reader.Read();
        head.IsObject = reader.TokenType == JsonTokenType.StartObject;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("v"u8))
            {
                reader.Read();
                head.Format = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var format) ? format : 0;
            }
            else if (reader.ValueTextEquals("seq"u8))
            {
                reader.Read();
                head.Seq = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var seq) ? seq : 0;
            }
            else if (reader.ValueTextEquals("at"u8))
            {
                reader.Read();
                head.HasAt = reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out head.At);
                head.At = head.At.ToUniversalTime();
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                head.HasType = reader.TokenType == JsonTokenType.String;
                head.Type = head.HasType ? FindType(reader.ValueSpan) : null;
            }
        }

        return head;
    }

    // Names are plain ASCII; one that is written with escapes is none of ours.
    private static EventType? FindType(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        Span<char> characters = stackalloc char[LongestName];
        return EventTypes.Find(characters[..Encoding.UTF8.GetChars(name, characters)]);
    }

    private struct Head
    {
        public bool IsObject;
        public int Format;
        public long Seq;
        public DateTimeOffset At;
        public bool HasAt;
        public bool HasType;
        public EventType? Type;

        public readonly string? Problem()
        {
            if (!IsObject)
            {
                return "it is not a JSON object";
            }

            if (Format > JournalLineWriter.Format)
            {
                return $"it has format {Format}, and this version of Binex reads format {JournalLineWriter.Format}; use a newer version";
            }

            return Format < 1 ? "'v', the number of its format, is missing or wrong"
                : Seq < 1 ? "'seq', its number, is missing or wrong"
                : !HasAt ? "'at', its time, is missing or wrong"
                : !HasType ? "'type' is missing or wrong"
                : null;
        }
    }
}
