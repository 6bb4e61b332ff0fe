using System.Buffers;

namespace Binex.Models.Providers;

/// <summary>
/// Reads an answer for somebody and keeps what was read, up to a size, so that no peer fills the memory. Closing it closes nothing:
/// what its reader did not want can still be read afterwards.
/// </summary>
/// <param name="inner">The answer.</param>
/// <param name="maxBytes">The size.</param>
internal sealed class KeptStream(Stream inner, long maxBytes) : AnswerStream
{
    private readonly ArrayBufferWriter<byte> _kept = new(1024);

    /// <summary>What was read so far.</summary>
    internal ReadOnlyMemory<byte> Kept => _kept.WrittenMemory;

    /// <summary>Whether the answer broke off, or was given up, before its end.</summary>
    internal bool IsBroken { get; private set; }

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
