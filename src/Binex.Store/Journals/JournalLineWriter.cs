using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Binex.Core.Json;
using Binex.Core.Runs;

namespace Binex.Store.Journals;

/// <summary>
/// Makes the lines of a journal: <c>{"v":1,"seq":n,"at":"…","type":"…", members of the event}</c> and a line feed.
/// The buffer is used again and again; for one thread at a time.
/// </summary>
internal sealed class JournalLineWriter : IDisposable
{
    /// <summary>The format that is written, and the newest that is read.</summary>
    public const int Format = 1;

    /// <summary>How long a line may be, so that no reader needs endless memory.</summary>
    public const int MaxLineBytes = 64 * 1024 * 1024;

    private const int HeadBytes = 128;

    private readonly LineBuffer _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly int _maxLineBytes;

    /// <summary>An empty writer.</summary>
    /// <param name="maxLineBytes">How long a line may be.</param>
    public JournalLineWriter(int maxLineBytes = MaxLineBytes)
    {
        _maxLineBytes = maxLineBytes;
        _json = new Utf8JsonWriter(_buffer, JsonText.WriterOptions with { SkipValidation = true });
    }

    /// <summary>The lines since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.Written;

    /// <summary>Begins anew.</summary>
    public void Clear() => _buffer.Clear();

    /// <summary>Adds a line.</summary>
    /// <param name="entry">What it says.</param>
    /// <exception cref="ArgumentException">The line would be longer than a line may be.</exception>
    public void Write(JournalEntry entry)
    {
        var start = _buffer.Length;
        var type = EventTypes.Of(entry.Event);
        Utf8.TryWrite(
            _buffer.GetSpan(HeadBytes),
            CultureInfo.InvariantCulture,
            $"{{\"v\":{Format},\"seq\":{entry.Seq},\"at\":\"{entry.At.UtcDateTime:O}\",\"type\":\"{type.Name}\"",
            out var written);
        _buffer.Advance(written);
        WriteMembers(entry, type);
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        if (_buffer.Length - start > _maxLineBytes)
        {
            throw new ArgumentException($"the event {entry.Seq} ({type.Name}) takes more than {_maxLineBytes:N0} bytes in the journal", nameof(entry));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteMembers(JournalEntry entry, EventType type)
    {
        var brace = _buffer.Length;
        _json.Reset(_buffer);
        JsonSerializer.Serialize(_json, entry.Event, type.Json);
        _json.Flush();

        // The object was opened by the head: its own opening brace becomes the comma between the two, or goes.
        if (_buffer.Length - brace == 2)
        {
            _buffer.Length--;
            _buffer.Written[brace] = (byte)'}';
        }
        else
        {
            _buffer.Written[brace] = (byte)',';
        }
    }
}
