using System.Buffers;
using Binex.Models.Providers;

namespace Binex.Models.Prices.Lists;

/// <summary>Reads answers up to a size, so that no peer fills the memory.</summary>
/// <param name="inner">The handler that sends.</param>
/// <param name="maxBytes">The size.</param>
internal sealed class BoundedAnswers(HttpMessageHandler inner, long maxBytes) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.Content.Headers.ContentLength > maxBytes)
            {
                throw new AnswerTooLargeException(maxBytes);
            }

            var bounded = new ByteArrayContent(await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false));
            if (response.Content.Headers.ContentType is { } type)
            {
                bounded.Headers.ContentType = type;
            }

            response.Content.Dispose();
            response.Content = bounded;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var whole = new ArrayBufferWriter<byte>(16 * 1024);
            while (true)
            {
                var read = await stream.ReadAsync(whole.GetMemory(8 * 1024), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return whole.WrittenSpan.ToArray();
                }

                whole.Advance(read);
                if (whole.WrittenCount > maxBytes)
                {
                    throw new AnswerTooLargeException(maxBytes);
                }
            }
        }
    }
}
