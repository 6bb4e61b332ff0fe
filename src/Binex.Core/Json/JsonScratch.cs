using System.Buffers;
using System.Text.Json;

namespace Binex.Core.Json;

/// <summary>
/// A JSON writer with its buffer, lent to one piece of work after the other: small values are made by the thousand. Must be
/// given back on the thread that took it, so not across an await.
/// </summary>
public sealed class JsonScratch : IDisposable
{
    // A larger buffer is left to the garbage collector instead of being kept by every thread.
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static JsonScratch? _free;

    private readonly ArrayBufferWriter<byte> _buffer = new();

    private JsonScratch() => Writer = new Utf8JsonWriter(_buffer, JsonText.WriterOptions);

    /// <summary>The writer.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>What was written; good until this is given back.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            Writer.Flush();
            return _buffer.WrittenSpan;
        }
    }

    /// <summary>Takes one, with nothing written.</summary>
    public static JsonScratch Rent()
    {
        var scratch = _free ?? new JsonScratch();
        _free = null;
        return scratch;
    }

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        if (_buffer.Capacity <= MostKept)
        {
            _buffer.ResetWrittenCount();
            Writer.Reset();
            _free = this;
        }
    }
}
