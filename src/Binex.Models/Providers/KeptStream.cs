using System.Buffers;

namespace Binex.Models.Providers;

/// <summary>
/// Reads an answer for somebody and keeps what was read, up to a size, so that no peer fills the memory. Closing it closes nothing:
/// what its reader did not want can still be read afterwards.
/// </summary>
/// <param name="inner">The answer.</param>
/// <param name="maxBytes">The size.</param>
internal sealed class KeptStream(Stream inner, long maxBytes) : Stream
{
    private readonly ArrayBufferWriter<byte> _kept = new(1024);

    /// <summary>What was read so far.</summary>
    internal ReadOnlyMemory<byte> Kept => _kept.WrittenMemory;

    /// <summary>Whether the answer broke off, or was given up, before its end.</summary>
    internal bool IsBroken { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads to the end.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="AnswerTooLargeException">There is more than the size.</exception>
    internal async Task ReadToEndAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(8 * 1024);
        try
        {
            while (await ReadAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsBroken)
        {
            throw new IOException("the answer broke off before");
        }

        try
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return Keep(buffer.Span[..read]);
        }
        catch
        {
            IsBroken = true;
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("answers are read without blocking a thread");

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Keep(ReadOnlySpan<byte> read)
    {
        if (_kept.WrittenCount + read.Length > maxBytes)
        {
            throw new AnswerTooLargeException(maxBytes);
        }

        _kept.Write(read);
        return read.Length;
    }
}
