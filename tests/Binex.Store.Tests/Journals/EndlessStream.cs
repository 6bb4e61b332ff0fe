namespace Binex.Store.Tests.Journals;

/// <summary>Some bytes, and then the letter x for ever.</summary>
internal sealed class EndlessStream(byte[] begin) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var target = buffer.AsSpan(offset, count);
        var rest = begin.AsSpan(Math.Min(_position, begin.Length));
        var copied = Math.Min(rest.Length, count);
        rest[..copied].CopyTo(target);
        target[copied..].Fill((byte)'x');
        _position = Math.Min(begin.Length, _position + copied);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
