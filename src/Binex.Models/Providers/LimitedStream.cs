namespace Binex.Models.Providers;

/// <summary>Reads an answer up to a size.</summary>
/// <param name="inner">The answer; is closed with it.</param>
/// <param name="maxBytes">The size.</param>
internal sealed class LimitedStream(Stream inner, long maxBytes) : AnswerStream
{
    private long _read;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _read += read;
        return _read <= maxBytes ? read : throw new AnswerTooLargeException(maxBytes);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
