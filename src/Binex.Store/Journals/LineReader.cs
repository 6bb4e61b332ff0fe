namespace Binex.Store.Journals;

/// <summary>Cuts a stream of bytes into lines without taking more memory than the longest line that is allowed.</summary>
/// <param name="stream">The bytes; not disposed here.</param>
/// <param name="maxBytes">How long a line may be.</param>
internal sealed class LineReader(Stream stream, int maxBytes)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Offset of the byte after the last line that was complete.</summary>
    public long Offset { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">Its bytes without the line feed; good until the next call.</param>
    public LineRead Read(out ReadOnlySpan<byte> line)
    {
        var scanned = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = _buffer.AsSpan(_start, scanned + found);
                _start += line.Length + 1;
                Offset += line.Length + 1;
                Number++;
                return line.Length > maxBytes ? LineRead.TooLong : LineRead.Complete;
            }

            scanned = _end - _start;
            line = _buffer.AsSpan(_start, scanned);
            if (scanned > maxBytes)
            {
                Number++;
                return LineRead.TooLong;
            }

            if (!Fill())
            {
                _start = _end;
                Number += scanned == 0 ? 0 : 1;
                return scanned == 0 ? LineRead.End : LineRead.Torn;
            }
        }
    }

    /// <summary>Whether nothing follows. Makes the last line's bytes void.</summary>
    public bool IsAtEnd() => _start == _end && !Fill();

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
