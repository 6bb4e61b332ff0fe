using System.Buffers;

namespace Binex.Store.Journals;

/// <summary>A growing array of bytes whose written part can be changed.</summary>
internal sealed class LineBuffer : IBufferWriter<byte>
{
    private const int UsualBytes = 4 * 1024;
    private const int KeptBytes = 1024 * 1024;

    private byte[] _bytes = new byte[UsualBytes];

    /// <summary>How many bytes are written; making it smaller takes the last ones back.</summary>
    public int Length { get; set; }

    /// <summary>What is written.</summary>
    public Span<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Takes everything back, and gives unusually much memory away.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > KeptBytes)
        {
            _bytes = new byte[UsualBytes];
        }
    }

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _bytes.AsSpan(Length);
    }

    private void MakeRoom(int sizeHint)
    {
        var needed = Length + Math.Max(sizeHint, 1);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        }
    }
}
